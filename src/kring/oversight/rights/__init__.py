"""The rights of people about their data (GDPR 15–21; handbook BR-084–BR-086, BR-105–BR-107)."""
