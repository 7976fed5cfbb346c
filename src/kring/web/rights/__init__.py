"""Rights: what somebody asks about the own data, and the list of the privacy officer."""
