"""The only writers of agreement with help and of consent of the AVG."""
