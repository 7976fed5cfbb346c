"""What the server writes about itself holds no content: arguments of errors may carry it, so they are dropped."""

import logging
import re

QUOTED = re.compile(r"(DETAIL|CONTEXT|HINT):.*", re.DOTALL)


class WithoutContent(logging.Filter):
    """Keeps the class of an error and where it happened; drops its text, its values and the query."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = self._places(record.exc_info[1])
            record.exc_info = None
        if isinstance(record.msg, str):
            record.msg = QUOTED.sub("", record.msg)
        return True

    @staticmethod
    def _places(error: BaseException) -> str:
        lines = [type(error).__name__]
        step = error.__traceback__
        while step is not None:
            code = step.tb_frame.f_code
            lines.append(f"  {code.co_filename}:{step.tb_lineno} {code.co_name}")
            step = step.tb_next
        return "\n".join(lines)
