"""The terms of retention, as they hold on a day."""
