"""One task: what it is, by when and why, and doing, moving or dropping it."""
