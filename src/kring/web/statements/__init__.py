"""What Kring says about itself: privacy and accessibility."""
