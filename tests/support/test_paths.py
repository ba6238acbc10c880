from networking_app.support.paths import HOME_VARIABLE, folders


def test_folders_lie_under_the_variable_where_it_is_set(tmp_path):
    found = folders({HOME_VARIABLE: str(tmp_path)})
    assert (found.settings, found.backups, found.logs, found.documents) == (
        tmp_path / "settings",
        tmp_path / "backups",
        tmp_path / "logs",
        tmp_path / "documents",
    )


def test_folders_are_the_systems_own_where_the_variable_is_empty():
    found = folders({HOME_VARIABLE: "  "})
    assert found == folders({})
    assert "Networking App" in str(found.settings)
    assert found.backups.name == "backups"
    assert all(
        p.is_absolute() for p in (found.settings, found.backups, found.logs, found.documents)
    )


def test_create_makes_the_apps_own_folders_and_can_be_repeated(tmp_path):
    found = folders({HOME_VARIABLE: str(tmp_path / "desk 2")})
    found.create()
    found.create()
    assert sorted(p.name for p in (tmp_path / "desk 2").iterdir()) == [
        "backups",
        "logs",
        "settings",
    ]
