"""Who closes second finds the plan closed: the database itself keeps one closing that counts."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("course", "0002_birthdays")]
    operations = [
        migrations.AddConstraint(
            model_name="closing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("reopened_on", None), ("withdrawn_at", None)),
                fields=("dossier",),
                name="one_closing_of_a_family_at_a_time",
            ),
        ),
    ]
