"""regions.yaml in use: read at the start by every role, read again when it changes."""

import contextlib
import json
from collections.abc import AsyncIterator, Callable, Iterator
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from bot import app
from bot.annotate import gazetteer
from bot.app import Service
from bot.command_line import main
from bot.config.settings import load_settings

FIRST = """\
version: 1
regions:
  - id: RU-KRS
    places:
      - name: {ru: Заозёрная Балка, en: Zaozyornaya Balka}
        id: own-balka
groups: {south: [UA-65]}
"""
SECOND = """\
version: 1
regions:
  - id: RU-KRS
    places:
      - name: {ru: Приозёрная Балка, en: Priozyornaya Balka}
        id: own-balka
    context: [Хинштейн]
  - id: RU-BEL
    aliases: {ru: Белогорская Сторонка}
"""
CHANGES = (
    "2 regions, 1 place, 0 groups; 1 added (RU-BEL); 1 changed (RU-KRS: places context); "
    "1 groups changed (south)"
)
FAULTY = "version: 1\nregions:\n  - id: RU-KURSK\n    alias: {}\n"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gazetteer.use(None)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TOCSIN_REGIONS_FILE", "regions.yaml")
    write(tmp_path / "feeds.yaml", "version: 1\nfeeds: []\n")
    write(tmp_path / "regions.yaml", FIRST)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


@contextlib.asynccontextmanager
async def serve(role: str) -> AsyncIterator[Service]:
    settings = load_settings(telegram_token="424242:nobody", web_port=None)
    async with contextlib.AsyncExitStack() as stack:
        yield await app._build(stack, settings, role)


@pytest.mark.parametrize("role", ["all", "worker", "bot"])
async def test_every_role_takes_a_changed_file_without_a_restart(
    files: Path, role: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    async with serve(role) as service:
        first = gazetteer.load()
        write(files / "regions.yaml", SECOND)
        await service.reload_files()
        await service.reload_files()

    second = gazetteer.load()
    assert first.place("own-balka").names["ru"] == "Заозёрная Балка"
    assert second.place("own-balka").names["ru"] == "Приозёрная Балка"
    assert (first.groups["south"], "south" in second.groups) == (("UA-65",), False)
    assert "files" in [tick.name for tick in service.ticks]
    assert [r.getMessage() for r in caplog.records if "regions" in r.name] == [
        f"own regions configured: {line}"
        for line in (
            "1 region, 1 place, 1 group; 1 added (RU-KRS); 1 groups changed (south)",
            CHANGES,
        )
    ]


async def test_a_file_with_an_error_leaves_the_running_regions(
    files: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with serve("worker") as service:
        before = gazetteer.load()
        write(files / "regions.yaml", FAULTY)
        await service.reload_files()
        sick = await service.health(app.utc_now())
        (files / "regions.yaml").unlink()
        await service.reload_files()
        gone = await service.health(app.utc_now())
        write(files / "regions.yaml", FIRST)
        await service.reload_files()
        well = await service.health(app.utc_now())

    assert gazetteer.load() is before
    warning = next(r.getMessage() for r in caplog.records if r.levelname == "WARNING")
    assert warning.startswith("the running regions stay: regions.yaml:3: regions[0].id:")
    assert "did you mean RU-KRS (Kursk Oblast)?" in warning
    assert "regions.yaml:4: regions[0].alias: there is no such key" in warning
    assert sick["status"] == "error"
    assert gone["reasons"] == ["regions.yaml: cannot be read: No such file or directory"]
    assert well["reasons"] == []


@pytest.fixture
def run(
    files: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    del files

    def run(*arguments: str, stdin: str = "") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.argv", ["tocsin", *arguments])
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin.encode())))
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return int(ended.value.code or 0), out, err

    return run


def test_annotate_and_resolve_know_ones_own_places(run: Run) -> None:
    entry = {
        "id": 1,
        "published": "2026-11-22T12:00:00Z",
        "feed": "a",
        "title": "Дрон упал в Заозёрной Балке",
        "summary": "",
    }

    for options in ([], ["--only", "places"]):
        code, out, _ = run("annotate", *options, stdin=json.dumps(entry))
        line = json.loads(out)
        assert (code, line["regions"], line["about"]) == (0, ["RU-KRS"], ["RU", "RU-KRS"])
        assert line["mentions"][0]["place"] == "Zaozyornaya Balka"
    (best, *_) = json.loads(run("resolve", "Заозёрная Балка")[1])
    assert (best["id"], best["path"]) == ("own-balka", "RU/RU-KRS/own-balka")


def test_resolve_answers_a_group_with_its_places_and_a_wider_region_with_itself(
    run: Run,
) -> None:
    group = json.loads(run("resolve", "Балтія")[1])
    (wider,) = json.loads(run("resolve", "Darfur")[1])

    assert [(each["id"], each["score"]) for each in group] == [
        ("EE", 100.0),
        ("LV", 100.0),
        ("LT", 100.0),
    ]
    assert (wider["id"], wider["kind"], wider["path"]) == (
        "x-darfur",
        "region",
        "SD/x-darfur",
    )


def test_a_round_of_polls_knows_ones_own_places(run: Run) -> None:
    code, _, err = run("poll", "--once")

    assert (code, "own regions configured: 1 region," in err) == (0, True)
    assert gazetteer.load().find("own-balka") is not None


@pytest.mark.parametrize(
    "arguments", [["poll", "--once"], ["annotate"], ["resolve", "Kyiv"], ["run"]]
)
def test_a_faulty_file_ends_a_command_with_2(
    run: Run, files: Path, arguments: list[str]
) -> None:
    write(files / "regions.yaml", FAULTY)

    code, out, err = run(*arguments)

    assert (code, out) == (2, "")
    assert [line.split(" ")[0] for line in err.splitlines()] == [
        "regions.yaml:3:",
        "regions.yaml:4:",
    ]


def test_check_names_each_fault_and_ends_with_1(run: Run, files: Path) -> None:
    write(files / "regions.yaml", FAULTY)

    code, out, err = run("check")

    assert (code, "regions.yaml" in out) == (1, False)
    assert "regions.yaml:4: regions[0].alias: there is no such key; did you mean al" in err


def test_a_name_in_place_of_an_id_is_understood(run: Run, files: Path) -> None:
    write(files / "regions.yaml", "version: 1\ngroups: {south: [Kherson Oblast]}\n")

    assert "did you mean UA-65 (Kherson Oblast)?" in run("check")[2]


def test_check_lists_collisions_by_line_and_ends_with_0(run: Run, files: Path) -> None:
    write(
        files / "regions.yaml",
        f"{FIRST}  # border is built in\n".replace(
            "id: RU-KRS\n", "id: RU-KRS\n    exclude: [Курск]\n    context: [Харьков]\n"
        ).replace("south", "border"),
    )

    code, out, err = run("check")

    assert (code, err) == (0, "")
    _, summary, exclude, context, group = out.splitlines()
    assert summary == "regions.yaml: 1 region, 1 place, 1 group, no errors"
    assert exclude.startswith("regions.yaml:4: RU-KRS exclude: Курск is a name of ")
    assert context.startswith("regions.yaml:5: RU-KRS context: Харьков is also ")
    assert group.startswith("regions.yaml:9: groups: border takes the place of")


def test_doctor_tells_how_much_is_ones_own(run: Run) -> None:
    assert "own regions: 1 region, 1 place, 1 group" in run("doctor")[1]
