"""Agreement with help, and consent of the AVG for what no law asks: who answers, and what the answers come to."""
