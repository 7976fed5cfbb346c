"""Agreement with help, by age and authority (BR-080 to BR-083): not the same as sharing, nor as consent of the AVG."""
