"""Puts what a worker read of files into the request that they travel with."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import msgspec

from companion.attachments import Attachment, File, Unread, without_data
from companion.documents import Extraction, Limits
from companion.hidden import PromptText
from companion.policy import Policy
from companion.values import Request


def limits(policy: Policy) -> Limits:
    """Return how much of a file policy has read."""
    most = policy.eligibility.length.max_characters
    return Limits(bytes=policy.files.max_bytes, characters=most)


def read(request: Request, extractions: Iterable[Extraction]) -> Request:
    """Return a request with what was read of those of its attachments that had bytes.

    Args:
        request: With the bytes of its attachments; they are gone from the result.
        extractions: What was read of each attachment that has bytes, in their order.
    """
    waiting = iter(extractions)
    files = tuple(
        _file(each, next(waiting) if each.data else Extraction(unread=Unread.NOT_SENT))
        for each in request.attachments
    )
    attachments = tuple(map(without_data, request.attachments))
    return msgspec.structs.replace(request, attachments=attachments, files=files)


def unread(request: Request, why: Unread) -> Request:
    """Return a request of whose files nothing could be read."""
    return read(request, [Extraction(unread=why) for each in request.attachments if each.data])


def _file(attachment: Attachment, found: Extraction) -> File:
    """Join an attachment with what was read of it.

    A file whose length is not the one announced came incomplete.
    """
    whole = attachment.size in (0, len(attachment.data)) or not attachment.data
    return File(
        name=PromptText(attachment.name),
        text=PromptText(found.text),
        format=found.format,
        unread=found.unread or (None if whole else Unread.DAMAGED),
        mark=_mark(attachment),
    )


def _mark(attachment: Attachment) -> str:
    """Tell a file from others by its bytes, and one without bytes by what is known of it."""
    known = (attachment.name, attachment.media_type, str(attachment.size))
    digest = hashlib.sha256(repr(known).encode("utf-8", "backslashreplace"))
    digest.update(attachment.data)
    return digest.hexdigest()
