"""What pages, letters and counts read. Raw counts go through the gate before they leave here."""
