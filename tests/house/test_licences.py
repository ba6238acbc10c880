from house.tree import ROOT

RESOURCES = ROOT / "resources"
PAGE = (RESOURCES / "LICENCES.md").read_text(encoding="utf-8")


def _names(folder, *suffixes):
    return sorted(p.name for p in (RESOURCES / folder).rglob("*") if p.suffix in suffixes)


def test_every_bundled_font_icon_and_sound_is_named_with_its_licence():
    named = set(PAGE.replace("`", " ").replace(",", " ").split())
    fonts = _names("fonts", ".ttf", ".otf", ".ttc", ".woff2")
    sounds = _names("sounds", ".wav", ".ogg", ".mp3")
    icons = [name.removesuffix(".svg") for name in _names("icons", ".svg")]
    assert [name for name in fonts + sounds + icons if name not in named] == []


def test_every_licence_text_it_points_to_is_bundled():
    for word in PAGE.replace("`", " ").replace("(", " ").replace(")", " ").split():
        if word.startswith(("fonts/", "icons/")) and not word.endswith("/"):
            assert (RESOURCES / word).is_file(), word
