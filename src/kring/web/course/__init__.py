"""Looking back on the plan, pausing, closing, after-care and coming back."""
