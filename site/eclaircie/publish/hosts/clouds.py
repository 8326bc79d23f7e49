"""Vercel and CloudFront, whose settings are JSON."""

import json

from .place import Place


def vercel(place: Place) -> str:
    """`vercel.json`. Source: https://vercel.com/docs/project-configuration/vercel-json

    Without `trailingSlash`: it would redirect an unknown short address before answering it.
    """
    table = [{"key": name, "value": value} for name, value in place.headers().items()]
    return _json({"cleanUrls": False, "headers": [{"source": f"{place.prefix}/(.*)", "headers": table}]})


def cloudfront(place: Place) -> str:
    """A response headers policy, as `aws cloudfront create-response-headers-policy --cli-input-json` takes it.

    Source: https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateResponseHeadersPolicy.html
    """
    table = place.headers()
    # CloudFront has settings of its own for these; the others are custom headers.
    security = {
        "ContentSecurityPolicy": {"ContentSecurityPolicy": table.pop("Content-Security-Policy"), "Override": True},
        "ReferrerPolicy": {"ReferrerPolicy": table.pop("Referrer-Policy"), "Override": True},
    }
    if frame_options := table.pop("X-Frame-Options", None):
        security["FrameOptions"] = {"FrameOption": frame_options, "Override": True}
    if table.get("X-Content-Type-Options") == "nosniff":  # the only value that the setting can have
        del table["X-Content-Type-Options"]
        security["ContentTypeOptions"] = {"Override": True}
    custom = [{"Header": name, "Value": value, "Override": True} for name, value in table.items()]
    return _json(
        {
            "ResponseHeadersPolicyConfig": {
                "Name": "site",
                "SecurityHeadersConfig": security,
                "CustomHeadersConfig": {"Quantity": len(custom), "Items": custom},
            }
        }
    )


def _json(data: object) -> str:
    return json.dumps(data, indent=2) + "\n"
