from django.apps import AppConfig


class CourseConfig(AppConfig):
    name = "kring.practice.course"
    label = "course"
