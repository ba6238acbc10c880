from networking_app.support import resources


def test_folder_holds_fonts_icons_and_translations():
    names = {p.name for p in resources.folder().iterdir()}
    assert {"fonts", "icons", "translations"} <= names


def test_folder_is_the_packages_own_when_installed(tmp_path, monkeypatch):
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path)
    assert resources.folder.__wrapped__() == tmp_path / "resources"
