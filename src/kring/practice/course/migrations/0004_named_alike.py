"""Two members of a family may have the same name: each says how it felt."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("course", "0003_one_closing")]
    operations = [migrations.RemoveConstraint(model_name="felt", name="felt_once_per_evaluation")]
