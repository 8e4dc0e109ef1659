"""Let who follows a municipality that is no region any more follow the region around it.

The places know Lithuania by its counties and Iceland by its regions, and nothing is inside
the municipalities that were there instead: who followed one heard nothing.

Revision: 0015, after 0014.
"""

import re

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

# ISO 3166-2: the municipalities of each county or region.
_PARTS = {
    "LT-AL": "02 03 07 24 55",
    "LT-KL": "20 21 22 28 31 46 48",
    "LT-KU": "05 10 13 15 16 18 36 38",
    "LT-MR": "14 17 25 41 56",
    "LT-PN": "06 23 32 33 34 40",
    "LT-SA": "01 11 19 30 37 43 44",
    "LT-TA": "12 29 45 50",
    "LT-TE": "26 35 39 51",
    "LT-UT": "04 09 27 54 59 60",
    "LT-VL": "08 42 47 49 52 53 57 58",
    "IS-1": "GAR HAF KJO KOP MOS RKV SEL",
    "IS-2": "GRN RKN SDN SVG",
    "IS-3": "AKN BOG DAB EOM GRU HVA SKO SNF STY",
    "IS-4": "ARN BOL ISA KAL RHH SDV STR TAL VER",
    "IS-5": "HUG HUV SKG SKR SSS",
    "IS-6": "AKU DAV EYF FJL GRY HRG LAN NOR SBT THG TJO",
    "IS-7": "FJD FLR MUL VOP",
    "IS-8": "ASA BLA FLA GOG HRU HVE MYR RGE RGY SFA SHF SKF SOG SOL VEM",
}
_NOW = {
    f"{region[:3]}{part}": region
    for region, parts in _PARTS.items()
    for part in parts.split()
}
_FIELD = re.compile(r'(region:\s*=?"?)([a-z]{2}-\w+)', re.IGNORECASE)

_MATCH = sa.table("match", sa.column("subscription_id"))
_SUBSCRIPTION = sa.table(
    "subscription",
    *(sa.column(name) for name in ("id", "chat_id", "key", "query")),
    sa.column("regions", sa.JSON),
)
S = _SUBSCRIPTION.c


def _query(text: str) -> str:
    return _FIELD.sub(lambda found: found[1] + _NOW.get(found[2].upper(), found[2]), text)


def upgrade() -> None:
    connection = op.get_bind()
    for row in connection.execute(sa.select(_SUBSCRIPTION).order_by(S.id)).all():
        regions = list(dict.fromkeys(_NOW.get(each, each) for each in row.regions))
        query = row.query and _query(row.query)
        if (regions, query) == (row.regions, row.query):
            continue
        canonical, parted, _ = row.key.rpartition("\n")
        key = row.key  # of a long one there is only a hash
        if parted:
            key = f"{_query(canonical)}\n{','.join(sorted(regions))}"
        same = sa.select(S.id).where(S.chat_id == row.chat_id, S.key == key, S.id != row.id)
        if connection.execute(same).first() is not None:
            connection.execute(sa.delete(_MATCH).where(_MATCH.c.subscription_id == row.id))
            connection.execute(sa.delete(_SUBSCRIPTION).where(S.id == row.id))
            continue
        connection.execute(
            sa.update(_SUBSCRIPTION)
            .where(S.id == row.id)
            .values(regions=regions, query=query, key=key)
        )


def downgrade() -> None:
    """Which municipality it was is not known any more."""
