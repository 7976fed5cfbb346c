"""What is asked about help and about data, with where each stands for this reader."""
