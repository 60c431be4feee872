"""What runs on GitHub: no more rights than it needs, nothing from strangers, and the same commands as anyone's."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
GITHUB = ROOT / ".github"
FILES = tuple(sorted((GITHUB / "workflows").iterdir()))


def _read(path: Path) -> dict[str, Any]:
    """Read a YAML file with every scalar as text: `on` is a word and not true, `false` is what was written."""
    read: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - it makes only text
    return read


def _jobs(name: str) -> dict[str, Any]:
    jobs: dict[str, Any] = _read(GITHUB / "workflows" / name)["jobs"]
    return jobs


def _steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in _read(path)["jobs"].values() for step in job["steps"]]


def _action(step: dict[str, Any]) -> str:
    name: str = step.get("uses", "").partition("@")[0]
    return name


def _commands(name: str) -> dict[str, list[str]]:
    """List the scripts of each job of a workflow."""
    return {job: [step["run"] for step in told["steps"] if "run" in step] for job, told in _jobs(name).items()}


def test_there_are_three_workflows() -> None:
    assert [path.name for path in FILES] == ["check.yml", "intake.yml", "publish.yml"]


def test_check_runs_for_proposals_intake_for_labels_and_publish_for_main() -> None:
    assert {path.name: _read(path)["on"] for path in FILES} == {
        "check.yml": {"pull_request": "", "merge_group": ""},
        "intake.yml": {"issues": {"types": ["labeled"]}},
        "publish.yml": {"push": {"branches": ["main"]}, "workflow_dispatch": ""},
    }


def test_permissions_are_the_least_that_work() -> None:
    """Only the job that deploys may write, and it runs nothing of this repository's own; and the one that proposes drafts, which
    reads nothing that strangers wrote (see below).
    """
    given = {
        path.name: {
            "": _read(path)["permissions"],
            **{job: told["permissions"] for job, told in _read(path)["jobs"].items() if "permissions" in told},
        }
        for path in FILES
    }
    assert given == {
        "check.yml": {"": {"contents": "read"}},
        "intake.yml": {
            "": {},
            "utkast": {"contents": "read"},
            "forslag": {"contents": "write", "pull-requests": "write", "issues": "write"},
        },
        "publish.yml": {
            "": {},
            "bygg": {"contents": "read", "pages": "read"},
            "publicera": {"pages": "write", "id-token": "write"},
        },
    }
    assert [_action(step) for step in _jobs("publish.yml")["publicera"]["steps"]] == ["actions/deploy-pages"]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_script_holds_an_expression(path: Path) -> None:
    """GitHub pastes an expression into a script before the shell reads it: a branch's name would become commands."""
    assert [step["run"] for step in _steps(path) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_workflow_uses_secrets_or_the_rights_of_its_base(path: Path) -> None:
    """Nor its own token, but for the one step that proposes drafts."""
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"secrets\s*[.\[:]|pull_request_target|workflow_run|issue_comment", text) == []
    holding = [step["name"] for step in _steps(path) if "github.token" in str(step)]
    assert holding == (["Gör ändringsförslag och svara"] if path.name == "intake.yml" else [])
    assert text.count("github.token") == len(holding)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_action_is_githubs_own_at_a_fixed_commit(path: Path) -> None:
    """A tag can be moved, a commit cannot; the version after it is for people, and for Dependabot."""
    written = re.findall(r"^.*\buses:.*$", path.read_text(encoding="utf-8"), re.MULTILINE)
    fixed = re.compile(r" +(?:- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
    assert [line for line in written if not fixed.fullmatch(line)] == []
    assert len(written) == sum("uses" in step for step in _steps(path))
    assert not any("uses" in job for job in _read(path)["jobs"].values())


def test_one_version_of_each_action() -> None:
    used = {step["uses"] for path in FILES for step in _steps(path) if "uses" in step}
    assert len(used) == len({use.partition("@")[0] for use in used})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_no_checkout_leaves_its_token_behind(path: Path) -> None:
    checkouts = [step for step in _steps(path) if _action(step) == "actions/checkout"]
    assert checkouts
    assert [step for step in checkouts if step.get("with", {}).get("persist-credentials") != "false"] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_job_ends_in_time(path: Path) -> None:
    minutes = {job: int(told.get("timeout-minutes", 0)) for job, told in _read(path)["jobs"].items()}
    assert {job: limit for job, limit in minutes.items() if not 0 < limit <= 60} == {}


def test_a_newer_check_replaces_an_older_but_no_deployment_is_broken_off() -> None:
    groups = {path.name: _read(path)["concurrency"] for path in FILES}
    assert groups == {
        "check.yml": {
            "group": "granska-${{ github.event.pull_request.number || github.ref }}",
            "cancel-in-progress": "true",
        },
        "intake.yml": {
            "group": "ta-emot-${{ github.event.issue.number }}-${{ github.event.label.name == 'gör utkast' }}",
            "cancel-in-progress": "false",
        },
        "publish.yml": {"group": "pages", "cancel-in-progress": "false"},
    }


def test_the_check_runs_the_commands_that_anyone_runs() -> None:
    assert _commands("check.yml") == {
        "dokument": ["make setup", ".venv/bin/namndarkivet check --format github"],
        "prov": ["make test"],
        "sajt": ["make site"],
    }


def test_every_make_target_is_in_the_makefile() -> None:
    scripts = [run for path in FILES for runs in _commands(path.name).values() for run in runs]
    used = {target for run in scripts for target in re.findall(r"\bmake ([a-z-]+)", run)}
    there = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert used == {"setup", "test", "site"}
    assert used - there == set()


def test_the_check_of_documents_can_see_what_the_proposal_changes() -> None:
    """`namndarkivet check --format github` compares the merge with its first parent."""
    checkout = _jobs("check.yml")["dokument"]["steps"][0]
    assert checkout["with"] == {"fetch-depth": "2", "persist-credentials": "false"}


def test_the_check_of_documents_links_to_the_site_that_is_built() -> None:
    """And only by what GitHub itself says of this repository: nothing of the proposal's."""
    jobs = _jobs("check.yml")
    address = jobs["dokument"]["steps"][-1]["env"]["NAMNDARKIVET_URL"]
    assert address == "https://${{ github.repository_owner }}.github.io/${{ github.event.repository.name }}/"
    built = next(step for step in jobs["sajt"]["steps"] if step.get("run") == "make site")
    assert built["env"]["NAMNDARKIVET_URL"] == address


def test_the_preview_waits_for_no_other_job_and_is_kept_for_two_weeks() -> None:
    job = _jobs("check.yml")["sajt"]
    assert "needs" not in job
    assert job["steps"][-1]["with"] == {
        "name": "forhandsvisning",
        "path": "site/",
        "retention-days": "14",
        "if-no-files-found": "error",
    }


@pytest.mark.parametrize(
    ("base_url", "address"),
    [
        ("https://exempel.github.io/arkiv", "https://exempel.github.io/arkiv/"),
        ("https://exempel.github.io", "https://exempel.github.io/"),
        ("https://arkiv.example/", "https://arkiv.example/"),
    ],
)
def test_the_site_is_built_for_the_address_that_pages_gives(base_url: str, address: str, tmp_path: Path) -> None:
    """Of a project site, of one at the root and of one at a domain of its own: always with one slash at the end."""
    build = next(step for step in _jobs("publish.yml")["bygg"]["steps"] if "run" in step)
    assert build["env"]["BASE_URL"] == "${{ steps.pages.outputs.base_url }}"
    make = tmp_path / "make"
    make.write_text('#!/bin/sh\necho "$1 $NAMNDARKIVET_URL"\n', encoding="utf-8")
    make.chmod(0o755)
    told = subprocess.run(
        ["bash", "-e", "-c", build["run"]],
        env={"PATH": f"{tmp_path}:/usr/bin:/bin", "BASE_URL": base_url},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == f"site {address}\n"


def test_what_is_published_comes_from_no_cache() -> None:
    assert [step for step in _steps(GITHUB / "workflows" / "publish.yml") if "cache" in str(step)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_python_is_the_oldest_that_the_project_promises(path: Path) -> None:
    """And `make` uses that one, whatever else the machine has."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    chosen = {step["with"]["python-version"] for step in _steps(path) if _action(step) == "actions/setup-python"}
    assert {f">={version}" for version in chosen} == {project["requires-python"]}
    assert _read(path)["env"] == {"PYTHON": "python"}


def test_dependabot_watches_the_actions_and_the_locked_packages() -> None:
    updates = _read(GITHUB / "dependabot.yml")["updates"]
    watched = {update["package-ecosystem"]: update["directory"] for update in updates}
    assert watched == {"github-actions": "/", "pip": "/requirements"}
    assert list((ROOT / "requirements").glob("*.txt"))
    assert [update for update in updates if int(update["cooldown"]["default-days"]) < 7] == []


def test_a_report_of_an_error_needs_a_page_and_a_promise() -> None:
    """What the source says may be left empty: not everyone who sees an error has the minutes."""
    form = _read(GITHUB / "ISSUE_TEMPLATE" / "fel.yml")["body"]
    fields = {field["id"]: field for field in form if "id" in field}
    asked = {name: field.get("validations", {}).get("required", "false") for name, field in fields.items()}
    assert asked == {"adress": "true", "fel": "true", "kalla": "false", "personuppgifter": "false"}
    assert [option["required"] for option in fields["personuppgifter"]["attributes"]["options"]] == ["true"]


def test_the_links_beside_the_form_lead_to_this_project() -> None:
    mkdocs = _read(ROOT / "mkdocs.yml")
    ours = (mkdocs["site_url"][1], mkdocs["repo_url"][1] + "/")
    links = [link["url"] for link in _read(GITHUB / "ISSUE_TEMPLATE" / "config.yml")["contact_links"]]
    assert [url for url in links if not url.startswith(ours)] == []
    pages = [url.removeprefix(ours[0]).partition("/")[0] for url in links if url.startswith(ours[0])]
    assert [page for page in pages if not any((ROOT / "docs" / name).exists() for name in (page, f"{page}.md"))] == []
