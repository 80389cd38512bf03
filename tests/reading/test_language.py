"""English is read, other languages are named; what cannot be told is English."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, strategies as st

from polgraph.errors import ForeignLanguage
from polgraph.reading import find_files, language, read, read_all, read_stdin
from polgraph.reading.language import foreign_language

if TYPE_CHECKING:
    from collections.abc import Callable

    from polgraph.errors import ReadingError

    Write = Callable[[str, str | bytes], Path]

ROOT = Path(__file__).parents[2]

ENGLISH = (
    "Ana Ruzhin accused the premier of hiding the harbour contract from parliament. He said on Friday that nothing "
    "had been hidden, and that the opposition would find every page of it in the library of the house."
)
OTHERS = {
    "French": (
        "La ministre Ana Ruzhin a accusé le premier ministre d'avoir caché "
        "le contrat du port au parlement. Il a répondu "
        "vendredi que rien n'avait été caché et que l'opposition trouverait "
        "chaque page à la bibliothèque de la chambre."
    ),
    "German": (
        "Die Ministerin Ana Ruzhin warf dem Regierungschef vor, den Hafenvertrag "
        "vor dem Parlament verborgen zu haben. "
        "Er antwortete am Freitag, nichts sei verborgen worden, und die Opposition werde jede Seite davon in der "
        "Bibliothek des Hauses finden."
    ),
    "Spanish": (
        "La ministra Ana Ruzhin acusó al primer ministro de ocultar al "
        "parlamento el contrato del puerto. Él respondió el "
        "viernes que no se había ocultado nada y que la oposición encontraría "
        "cada página en la biblioteca de la cámara."
    ),
    "Portuguese": (
        "A ministra Ana Ruzhin acusou o primeiro-ministro de esconder "
        "do parlamento o contrato do porto. Ele respondeu na "
        "sexta-feira que nada tinha sido escondido e que a oposição encontraria "
        "todas as páginas na biblioteca da casa."
    ),
    "Russian": (
        "Министр Ана Ружин обвинила премьера в том, что он скрыл от парламента "
        "договор о порте. В пятницу он ответил, что "
        "ничего не скрывали и что оппозиция найдёт каждую страницу договора в библиотеке палаты."
    ),
    "Arabic": (
        "اتهمت الوزيرة آنا روجين رئيس الحكومة بإخفاء عقد الميناء عن البرلمان. "
        "ورد يوم الجمعة قائلا إنه لم يتم إخفاء أي شيء "
        "وإن المعارضة ستجد كل صفحة من صفحات العقد في مكتبة المجلس إذا أرادت أن تقرأها."
    ),
    "Chinese": (
        "部长指责总理向议会隐瞒港口合同。总理星期五回应说，没有隐瞒任何东西，反对党可以在议会图书馆里找到合同的每一页。"
    ),
    "Turkish": (
        "Bakan Ana Ruzhin, başbakanı liman sözleşmesini meclisten gizlemekle "
        "suçladı. Başbakan cuma günü hiçbir şeyin "
        "gizlenmediğini ve muhalefetin sözleşmenin her sayfasını meclis kütüphanesinde bulabileceğini söyledi."
    ),
    "Polish": (
        "Minister Ana Ruzhin oskarżyła premiera o ukrycie przed parlamentem "
        "umowy dotyczącej portu. W piątek odpowiedział, "
        "że niczego nie ukryto i że opozycja znajdzie każdą stronę tej umowy w bibliotece izby."
    ),
    "Indonesian": (
        "Menteri Ana Ruzhin menuduh perdana menteri menyembunyikan kontrak "
        "pelabuhan dari parlemen. Pada hari Jumat ia "
        "menjawab bahwa tidak ada yang disembunyikan dan bahwa oposisi "
        "dapat menemukan setiap halamannya di perpustakaan."
    ),
}


@pytest.mark.parametrize("name", OTHERS)
def test_a_paragraph_in_another_language_is_named(name: str) -> None:
    assert foreign_language(OTHERS[name]) == name


@pytest.mark.parametrize("name", ["French", "German", "Russian", "Polish"])
def test_capitals_do_not_hide_a_language(name: str) -> None:
    assert foreign_language(OTHERS[name].upper()) == name


@pytest.mark.parametrize("name", OTHERS)
def test_a_few_words_in_another_language_are_too_short_to_judge(name: str) -> None:
    assert foreign_language(OTHERS[name][: len(OTHERS[name]) // 4]) is None


@pytest.mark.parametrize("name", OTHERS)
def test_english_with_a_long_quotation_in_another_language_is_english(name: str) -> None:
    assert foreign_language(f"{ENGLISH} Her words were: “{OTHERS[name]}”") is None
    assert foreign_language(f"“{OTHERS[name]} {OTHERS[name]}” is what she wrote. {ENGLISH}") is None


@pytest.mark.parametrize("name", OTHERS)
def test_another_language_with_a_name_in_english_is_that_language(name: str) -> None:
    assert foreign_language(f"{OTHERS[name]} (Speaker of the House) {OTHERS[name]}") == name


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(ENGLISH.upper(), id="all in capitals"),
        pytest.param(
            "PREMIER SACKS MINISTER\nTALKS COLLAPSE OVER FERRY DISPUTE\nUNION "
            "THREATENS STRIKE\nSENATOR BLASTS RIVAL, VOWS "
            "LAWSUIT\nOSTLAND EXPELS ENVOY\nCOURT JAILS TYCOON\nPARTY SPLITS, "
            "LEADER QUITS\nMAYOR DENIES BRIBERY CLAIMS\n",
            id="headlines",
        ),
        pytest.param(
            "Present: Zdzisław Wróblewski, Małgorzata Jędrzejczyk, Jean-François "
            "Lefèbvre, Günther Großmann, João Conceição, "
            "Ольга Ковальчук, Ayşe Yıldırım, Nguyễn Thị Phương, Siti Nurhaliza "
            "Kusumawardhani, Prawo i Wolność, Parti du "
            "Peuple, Partei der Mitte, Partido do Povo, Halkın Birliği, Единая "
            "Держава, Jože Žnidaršič, Ólafur Þórðarson",
            id="foreign names",
        ),
        pytest.param(
            "party votes share seats change\nHarbour Party 120,311 34.1% 41 "
            "up\nLiberal Compact 99,401 28.2% 33 down\n"
            "Harvest Union 40,112 12% 14 unchanged\nturnout 61% registered voters 510,002 spoiled ballots 3,114\n"
            "independents 9 abstentions 4 constituency results pending recount declared overnight",
            id="a table of results",
        ),
        pytest.param(
            "RUZHIN: No.\nTAVEL: Why?\nRUZHIN: Ask Petrov.\nTAVEL: Um, okay, "
            "right. Seriously?\nRUZHIN: Yeah, seriously. "
            "Absolutely nobody asked me.\nTAVEL: Hang on, hang on. Nobody? "
            "Really?\nRUZHIN: [laughs] Nope. Never ever. "
            "Go ahead, check everything yourself.\n",
            id="a transcript",
        ),
        pytest.param(
            "Polish President Zdzisław Wróblewski met Turkish Foreign Minister "
            "Ayşe Yıldırım, Ukrainian Deputy Prime Minister "
            "Ольга Ковальчук, Portuguese Ambassador João Conceição, and Vietnamese "
            "envoy Nguyễn Thị Phương in Częstochowa.",
            id="an event of one sentence",
        ),
        pytest.param(
            "lol smh @ruzhin u r done!! #resign #now gr8 job wrecking everything "
            "bro cant believe ppl voted 4 dis clown "
            "haha gonna be lit 2nite c u there fam no cap fr fr",
            id="a tweet",
        ),
        pytest.param("\u200d".join(ENGLISH), id="joined invisibly"),
        pytest.param("qwpx zkvj bnrt wxyz plmk jhgf dsqz xcvb nmzk trwq " * 8, id="letters of no language"),
        pytest.param("word " * 5_000, id="a word over and over"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_cannot_be_told_is_taken_for_english(text: str) -> None:
    assert foreign_language(text) is None


def test_plain_english_does_not_load_the_identifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_identifier", lambda: pytest.fail("half a second for nothing"))
    assert foreign_language(ENGLISH) is None


def test_every_article_of_ours_is_english() -> None:
    assert all(read_all(find_files([ROOT / "seeds", *(ROOT / "corpus" / part for part in ("train", "dev", "test"))])))


@given(st.text(max_size=400))
def test_any_text_is_judged_and_always_alike(text: str) -> None:
    assert foreign_language(text) == foreign_language(text)


def test_a_file_in_another_language_is_refused_with_a_remedy(write: Write) -> None:
    path = write("mill.txt", OTHERS["French"])
    with pytest.raises(ForeignLanguage, match=r"mill\.txt: is in French, and only English is read: translate it"):
        list(read(path))


def test_the_front_matter_is_no_part_of_what_is_judged(write: Write) -> None:
    path = write(
        "mill.md", f"---\ntitle: Who said that they should have been with their other half\n---\n{OTHERS['German']}"
    )
    with pytest.raises(ForeignLanguage, match="is in German"):
        list(read(path))


def test_records_in_another_language_are_told_by_id_and_the_others_read(write: Write) -> None:
    records = [{"id": "a", "text": ENGLISH}, {"id": "b", "text": OTHERS["Chinese"]}, {"id": "c", "text": ENGLISH}]
    path = write("feed.jsonl", "\n".join(map(json.dumps, records)))
    failures: list[ReadingError] = []
    assert [document.id for document in read(path, failed=failures.append)] == ["a", "c"]
    [failure] = failures
    assert str(failure).startswith(f"{path}: record b: is in Chinese, ")


def test_piped_text_in_another_language_is_refused() -> None:
    with pytest.raises(ForeignLanguage, match=r"^standard input: is in Polish, "):
        list(read_stdin(OTHERS["Polish"].encode()))


def test_any_language_is_read_on_request(write: Write) -> None:
    path = write("mill.txt", OTHERS["French"])
    [document] = read_all([path], any_language=True)
    assert document.text == OTHERS["French"]
