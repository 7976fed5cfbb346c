"""What something was: old text, new text, who and when; and how it stood on a day."""
