"""What was written with the wrong family goes to the right one: a contact note or a document."""
