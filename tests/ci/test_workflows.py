"""The templates for Git hosts: pinned actions, least rights, no secrets where strangers' code runs, commands that exist."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from boardsite.commands.arguments import COMMANDS, parser
from tests.docs.test_docs import options
from tests.support.small_site import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FETCH = ROOT / ".github" / "workflows" / "fetch.yml"
GITLAB = ROOT / ".gitlab-ci.yml"
ELSEWHERE = {"changes", "test"}  # `test` is build.py's own; `changes` tells two states apart
WRITES = {
    ("fetch.yml", "fetch"): {"contents": "write"},
    ("fetch.yml", "ask"): {"contents": "read", "actions": "write"},
    ("site.yml", "publish"): {"pages": "write", "id-token": "write"},
}


def load(path: Path) -> dict:
    # YAML 1.1 reads the word `on` as true.
    return {"on" if name is True else name: value for name, value in yaml.safe_load(path.read_text("utf-8")).items()}


def steps(path: Path) -> Iterator[tuple[str, dict]]:
    for name, job in load(path)["jobs"].items():
        for step in job["steps"]:
            yield name, step


def named(path: Path) -> str:
    return path.name


def test_there_are_workflows() -> None:
    assert {"check.yml", "fetch.yml", "site.yml", "audit.yml", "test.yml"} == {path.name for path in WORKFLOWS}


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_every_action_is_pinned_by_its_commit_and_says_its_release(path: Path) -> None:
    text = path.read_text("utf-8")
    used = re.findall(r"uses: *(.+)$", text, re.M)
    assert [line for line in used if not re.fullmatch(r"[\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line)] == []
    assert len(used) == sum("uses" in step for _, step in steps(path))


def test_one_action_is_one_commit_everywhere() -> None:
    used = {line for path in WORKFLOWS for line in re.findall(r"uses: *(\S+)@([0-9a-f]{40})", path.read_text("utf-8"))}
    assert len(used) == len({name for name, _ in used})


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_a_workflow_can_read_and_a_job_writes_only_what_is_listed_here(path: Path) -> None:
    workflow = load(path)
    assert workflow["permissions"] == {"contents": "read"}
    given = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert given == {job: rights for (file, job), rights in WRITES.items() if file == path.name}


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_no_secret_meets_a_strangers_code(path: Path) -> None:
    workflow, text = load(path), path.read_text("utf-8")
    events = workflow["on"] if isinstance(workflow["on"], list) else list(workflow["on"])
    assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(events)
    if "pull_request" in events:
        assert "secrets." not in text
        assert "github.token" not in text
        assert not any("permissions" in job for job in workflow["jobs"].values())
        kept = [step for _, step in steps(path) if "checkout" in step.get("uses", "")]
        assert all(step["with"]["persist-credentials"] is False for step in kept)
        assert "cache" not in text


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_what_others_type_never_becomes_a_command(path: Path) -> None:
    """An expression inside `run` is pasted into the script: a branch named `$(…)` would run."""
    assert [step["run"] for _, step in steps(path) if "${{" in step.get("run", "")] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_every_job_has_an_end(path: Path) -> None:
    assert [name for name, job in load(path)["jobs"].items() if not 1 <= job.get("timeout-minutes", 0) <= 60] == []


def scripts() -> Iterator[str]:
    for path in WORKFLOWS:
        yield from (step["run"] for _, step in steps(path) if "run" in step)
    for job in yaml.safe_load(GITLAB.read_text("utf-8")).values():
        if isinstance(job, dict):
            yield from (*job.get("before_script", ()), *job.get("script", ()))
    yield (ROOT / "netlify.toml").read_text("utf-8")


def test_every_command_and_option_that_they_call_exists() -> None:
    called = [line for script in scripts() for line in re.findall(r"python3 build\.py ([^\n|&;>)\"]*)", script)]
    assert len(called) > 8
    known = options()
    for line in called:
        command, *words = shlex.split(line.replace("${ACCEPT:+", "").replace('"', ""))
        assert command in (*COMMANDS, *ELSEWHERE), line
        if command in known:
            assert {word for word in words if word.startswith("--")} - known[command] == set(), line
    files = [line for script in scripts() for line in re.findall(r"(?:python3 )?(\.ci/[\w.]+)", script)]
    assert files
    assert [name for name in files if not (ROOT / name).exists()] == []


def test_previews_are_strict_and_the_live_site_leaves_out_what_is_broken() -> None:
    for script in scripts():
        for line in re.findall(r"build\.py build([^\n\"]*)", script):
            is_live = "--leave-out-broken" in line
            assert is_live != ("--strict" in line), line
            assert is_live == ("--before" in line), line
            assert "--drafts" not in line
    assert "--leave-out-broken" in (ROOT / ".github/workflows/site.yml").read_text("utf-8")
    assert "--leave-out-broken" in str(yaml.safe_load(GITLAB.read_text("utf-8"))["pages"])


@pytest.mark.parametrize("path", WORKFLOWS, ids=named)
def test_the_scripts_are_ones_that_a_shell_can_read(path: Path) -> None:
    for _, step in steps(path):
        if "run" in step:
            done = subprocess.run(["bash", "-n"], input=step["run"], text=True, capture_output=True)
            assert done.returncode == 0, done.stderr


def copying(name: str) -> str:
    """Return the script that keeps the copies of calendars, as the host runs it."""
    if name == "gitlab":
        return "\n".join(yaml.safe_load(GITLAB.read_text("utf-8"))["fetch"]["script"])
    (script,) = (s["run"] for _, s in steps(ROOT / ".github/workflows/fetch.yml") if s.get("id") == "commit")
    return script


@pytest.mark.parametrize("host", ["github", "gitlab"])
@pytest.mark.parametrize("state", ["none", "the first", "a changed one", "the last is gone", "the same"])
def test_copies_are_kept_where_there_are_some_and_their_absence_stops_nothing(
    tmp_path: Path, host: str, state: str
) -> None:
    project, there, tools = tmp_path / "project", tmp_path / "there.git", tmp_path / "tools"
    copy = project / "lscgs/south/events/feeds/outlook.ics"
    (project / "lscgs/south").mkdir(parents=True)
    (project / "lscgs/south/index.md").write_text("South")
    if state not in ("none", "the first"):
        copy.parent.mkdir(parents=True)
        copy.write_text("before")
    tools.mkdir()
    (tools / "python3").write_text("#!/bin/sh\nexit 0\n")  # the fetch itself is none of this
    (tools / "python3").chmod(0o755)
    whole = {
        "PATH": f"{tools}:{os.environ['PATH']}", "HOME": str(tmp_path), "GITHUB_OUTPUT": str(tmp_path / "output"),
        "CI_SERVER_HOST": "git.example.org", "CI_PROJECT_PATH": "board/site", "CI_COMMIT_BRANCH": "main",
        "FETCH_TOKEN": "x", "GIT_CONFIG_NOSYSTEM": "1",
    }  # fmt: skip

    def git(*words: str) -> str:
        done = subprocess.run(["git", *words], cwd=project, env=whole, capture_output=True, text=True, check=True)
        return done.stdout

    subprocess.run(["git", "init", "--quiet", "--bare", "-b", "main", there], env=whole, check=True)
    git("config", "--global", f"url.{there}.insteadOf", "https://calendar-copy:x@git.example.org/board/site.git")
    git("init", "--quiet", "-b", "main")
    git("remote", "add", "origin", str(there))
    git("add", "--all")
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "before")
    git("push", "--quiet", "--set-upstream", "origin", "main")
    (project / "unrelated.txt").write_text("left by a tool")
    if state in ("the first", "a changed one"):
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text("after")
    if state == "the last is gone":
        copy.unlink()
        copy.parent.rmdir()

    done = subprocess.run(["bash", "-e", "-c", copying(host)], cwd=project, env=whole, capture_output=True, text=True)

    assert done.returncode == 0, done.stderr
    is_news = state not in ("none", "the same")
    assert git("--git-dir", str(there), "rev-list", "--count", "main").strip() == str(1 + is_news)
    if is_news:
        changed = git("--git-dir", str(there), "diff", "--name-only", "main~1", "main").split()
        assert changed == ["lscgs/south/events/feeds/outlook.ics"]
    said = (tmp_path / "output").read_text() if (tmp_path / "output").exists() else ""
    assert said == ("changed=yes\n" if is_news and host == "github" else "")


def test_the_copies_get_past_a_protected_branch_with_a_key_of_their_own() -> None:
    (checkout,) = (step for name, step in steps(FETCH) if name == "fetch" and "checkout" in step.get("uses", ""))
    assert checkout["with"] == {"ssh-key": "${{ secrets.FETCH_KEY }}"}
    told = (ROOT / "docs" / "hosting.md").read_text("utf-8")
    assert "the secret `FETCH_KEY`" in told
    assert "*Deploy keys* into its bypass list" in told


def test_a_new_site_is_asked_for_although_a_calendar_made_trouble() -> None:
    jobs = load(FETCH)["jobs"]
    assert jobs["ask"]["needs"] == "fetch"
    assert jobs["ask"]["if"] == f"${{{{ !cancelled() && {jobs['fetch']['if']} }}}}"


def test_gitlab_has_the_same_jobs_and_no_secret_in_a_proposal() -> None:
    jobs = yaml.safe_load(GITLAB.read_text("utf-8"))
    assert {"check", "test", "fetch", "pages"} <= set(jobs)
    for name in ("check", "test"):
        assert "TOKEN" not in str(jobs[name])
    assert jobs["fetch"]["rules"] == [{"if": '$CI_PIPELINE_SOURCE == "schedule"'}]


def folders_with(pattern: str) -> set[str]:
    """Return the folders of the project in which there is a file of this name, as the bots write them."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", pattern, f"**/{pattern}"], cwd=ROOT, capture_output=True, text=True
    )
    return {f"/{path.rpartition('/')[0]}" for path in listed.stdout.split("\0") if path}


def test_the_bots_of_updates_watch_everything_that_is_pinned() -> None:
    updates = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text("utf-8"))["updates"]
    watched = {
        update["package-ecosystem"]: set(update.get("directories") or [update["directory"]]) for update in updates
    }
    assert watched["npm"] == folders_with("package-lock.json") == {"/", "/forms", "/benchmarks/lighthouse"}
    assert watched["pip"] == {"/", "/.ci"} == folders_with("*.in")
    assert set(watched) == {"pip", "github-actions", "npm"}
    assert all(update["schedule"]["interval"] == "weekly" and update["groups"] for update in updates)
    assert all(update["cooldown"]["default-days"] >= 7 for update in updates)


def test_a_change_of_anything_that_is_tested_starts_the_tests() -> None:
    events = load(ROOT / ".github/workflows/test.yml")["on"]
    (rule,) = (rule for rule in yaml.safe_load(GITLAB.read_text("utf-8"))["test"]["rules"] if "changes" in rule)
    for paths in (events["push"]["paths"], events["pull_request"]["paths"], rule["changes"]):
        folders = {path.partition("/")[0] for path in paths if "/" in path}
        assert {"boardsite", "forms", "theme", "tests", ".ci"} <= folders


def test_every_file_of_pins_starts_the_audit() -> None:
    paths = load(ROOT / ".github/workflows/audit.yml")["on"]["pull_request"]["paths"]
    for folder in folders_with("package-lock.json"):
        assert f"{folder.removeprefix('/')}/package*".removeprefix("/") in paths


def test_the_parser_has_the_commands_that_are_named() -> None:
    assert {"fetch", "codeowners", "due"} <= set(options())
    assert parser().prog == "build.py"
