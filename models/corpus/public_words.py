"""Slots for what everybody knows: public figures, characters, countries, listed firms."""

from __future__ import annotations

from typing import Final

from models.slots import Maker, Slot, Values


def _pick(options: str) -> Maker:
    """Choose one of the options, which stand between bars."""
    choices = tuple(option.strip() for option in options.split("|"))
    return lambda values: values.rng.choice(choices)


_KNOWN: Final = _pick(
    "John Smith|Jane Doe|Alice|Bob|Carol|Eve|John Doe|Mary|Peter|Sarah|Tom|Emma|Jack|Lucy|Sam|"
    "Anna|Max|Lily|Ben|Mia|Tim|Sally|Jones|Mr. Brown|Mrs. Green|Ravi|Priya|Juan|Maria|Ali|"
    "Fatima|Chen|Yuki|Ivan|Olga|Captain Reed|Detective Moss|Princess Ilwen|Thorin|Elara|Kael"
)


def _made(values: Values) -> str:
    """Call the people of stories and exercises as usual, or as anybody may be called."""
    if values.rng.random() < 0.4:
        return _KNOWN(values)
    first = values.fake("first_name")
    return first if values.rng.random() < 0.6 else f"{first} {values.fake('last_name')}"


SLOTS: Final[dict[str, Slot]] = {
    "b_country": ("LOCATION", _pick(
        "Germany|the UK|France|Spain|Canada|India|Brazil|Japan|Poland|the Netherlands|Switzerland|"
        "Texas|California|Australia|Ireland|Sweden|Nigeria|Mexico|Singapore|South Africa|Italy|"
        "New Zealand|Portugal|Austria|Kenya|the US|Norway|Turkey|Vietnam|Ontario|Bavaria|Scotland|"
        "Egypt|Argentina|Chile|Finland|Greece|Indonesia|South Korea|Ukraine|Denmark|Belgium"
    )),
    "b_town": ("LOCATION", _pick(
        "London|Berlin|Madrid|Vienna|Cairo|Mumbai|Seoul|Toronto|Sydney|Chicago|Lagos|Dublin|Athens|"
        "Prague|Istanbul|Buenos Aires|Oslo|Naples|Seville|Boston|Kyoto|Marrakesh|Hanoi|Porto|"
        "San Francisco|Reykjavik|Edinburgh|Venice|Bangkok|Cape Town|Warsaw|Lima|Florence|Bruges|"
        "Helsinki|Melbourne|New Orleans|Dubrovnik|Jakarta|Nairobi|Montreal|Beijing|Dubai|Zurich"
    )),
    "b_tongue": (None, _pick(
        "Spanish|German|French|Polish|Portuguese|Italian|Dutch|Japanese|Turkish|Hindi|Swedish"
    )),
    "b_nrp": ("NRP", _pick(
        "French|German|Japanese|Brazilian|Roman|Greek|Irish|Indian|Mexican|Russian|Chinese|Turkish|"
        "Catholic|Buddhist|Muslim|Jewish|Viking|Korean|American|British|Egyptian|Polish|Italian|"
        "Spanish|Scottish|Nigerian|Persian|Swedish|Protestant|Hindu|Vietnamese|Dutch|Norwegian"
    )),
    "b_listed": ("ORGANIZATION", _pick(
        "Apple|Microsoft|Tesla|Nestlé|Toyota|Amazon|Netflix|IKEA|Siemens|Coca-Cola|Nike|Volkswagen|"
        "Samsung|Starbucks|McDonald's|Boeing|Airbus|Pfizer|Spotify|Unilever|Adidas|Walmart|Nvidia|"
        "Disney|LEGO|Intel|Sony|Zara|Ryanair|BMW|Shell|Uber|Airbnb|SAP|Ford|HSBC|Meta|Google|"
        "Nokia|General Motors|Kodak|Blockbuster|PepsiCo|Honda|Dyson|Lufthansa|Visa|JPMorgan|Oracle"
    )),
    "b_figure": ("PERSON", _pick(
        "Albert Einstein|Marie Curie|Nelson Mandela|Abraham Lincoln|Winston Churchill|Isaac Newton|"
        "Charles Darwin|Galileo|Aristotle|Plato|Socrates|Julius Caesar|Cleopatra|Napoleon|Gandhi|"
        "Martin Luther King|Rosa Parks|Barack Obama|Donald Trump|Joe Biden|Angela Merkel|Elon Musk|"
        "Bill Gates|Steve Jobs|Jeff Bezos|Warren Buffett|Taylor Swift|Beyoncé|Lionel Messi|Pelé|"
        "Cristiano Ronaldo|Serena Williams|Roger Federer|Usain Bolt|Michael Jordan|LeBron James|"
        "Muhammad Ali|Stephen King|J. K. Rowling|Tolkien|George Orwell|Jane Austen|Charles Dickens|"
        "Shakespeare|Hemingway|Tolstoy|Dostoevsky|Kafka|Goethe|Dante|Virginia Woolf|Mark Twain|"
        "Emily Dickinson|Pablo Neruda|Gabriel García Márquez|Agatha Christie|Leonardo da Vinci|"
        "Michelangelo|Picasso|Van Gogh|Monet|Frida Kahlo|Salvador Dalí|Banksy|Rembrandt|Mozart|"
        "Beethoven|Bach|Chopin|Freddie Mercury|David Bowie|Bob Dylan|Elvis Presley|Michael Jackson|"
        "Madonna|Adele|Eminem|Kanye West|Rihanna|Drake|Billie Eilish|Lady Gaga|Tom Hanks|Brad Pitt|"
        "Leonardo DiCaprio|Meryl Streep|Scarlett Johansson|Quentin Tarantino|Christopher Nolan|"
        "Steven Spielberg|Alfred Hitchcock|Hayao Miyazaki|Stanley Kubrick|Charlie Chaplin|"
        "Marilyn Monroe|Audrey Hepburn|Alan Turing|Ada Lovelace|Grace Hopper|Linus Torvalds|"
        "Tim Berners-Lee|Dennis Ritchie|Guido van Rossum|Donald Knuth|Nikola Tesla|Thomas Edison|"
        "Richard Feynman|Stephen Hawking|Carl Sagan|Niels Bohr|Kepler|Euler|Emmy Noether|"
        "Ramanujan|Euclid|Archimedes|Pythagoras|Sigmund Freud|Carl Jung|Karl Marx|Adam Smith|"
        "Milton Friedman|Immanuel Kant|Nietzsche|Descartes|Confucius|Buddha|Moses|Joan of Arc|"
        "Queen Elizabeth II|Henry VIII|Catherine the Great|Genghis Khan|Alexander the Great|"
        "Christopher Columbus|Marco Polo|Neil Armstrong|Yuri Gagarin|Amelia Earhart|Anne Frank|"
        "Malala Yousafzai|Greta Thunberg|Florence Nightingale|Mother Teresa|Simone de Beauvoir|"
        "Otto von Bismarck|John F. Kennedy|George Washington|Thomas Jefferson|Benjamin Franklin|"
        "Theodore Roosevelt|Margaret Thatcher|Tony Blair|Emmanuel Macron|Che Guevara|Fidel Castro|"
        "Simón Bolívar|Haruki Murakami|Akira Kurosawa|Gordon Ramsay|Jamie Oliver|Oprah Winfrey|"
        "Ruth Bader Ginsburg|Hannah Arendt|Rosalind Franklin|Louis Pasteur|Gregor Mendel"
    )),
    "b_hero": ("PERSON", _pick(
        "Sherlock Holmes|Harry Potter|Hermione Granger|Frodo|Gandalf|Darth Vader|Luke Skywalker|"
        "Batman|Spider-Man|Wonder Woman|Hamlet|Macbeth|Romeo|Juliet|Elizabeth Bennet|Mr. Darcy|"
        "Jay Gatsby|Atticus Finch|Holden Caulfield|Captain Ahab|Dracula|Frankenstein|Alice|Zelda|"
        "Mario|Geralt|Lara Croft|Katniss Everdeen|Walter White|Tony Soprano|Jon Snow|Daenerys|"
        "Naruto|Goku|Odysseus|Achilles|Robin Hood|King Arthur|Merlin|Don Quixote|James Bond|Shrek|"
        "Homer Simpson|Mickey Mouse|Eleven|Michael Scott|Dwight|Rapunzel|Elsa|Peter Pan|Pikachu"
    )),
    "b_made": ("PERSON", _made),
}  # fmt: skip
"""Names begin with `b_`, apart from those of the other modules."""

FAMILIES: Final = ()
