"""The WSGI application that gunicorn serves."""

import gc

from django.core.wsgi import get_wsgi_application

from kring.ground.shared import narrow

application = get_wsgi_application()
narrow.enforce()
gc.collect()
gc.freeze()  # what is loaded now stays: walking all of it again in the middle of a page took 0.1 s
