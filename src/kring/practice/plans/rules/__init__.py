"""What holds in a plan, whoever asks. Plain Python: states and steps as data, checks that give problems in words."""
