# ruff: noqa: E501  # a template's lines are as long as people type them
"""Templates of short office talk: what gives something away without a keyword, and what does not."""

from __future__ import annotations

from typing import Final

from models.blocks import lines
from models.corpus import Family

_DEALS: Final = lines(
    r"""
The people who visited {b_site} on {b_day} were not tourists, [[they're buying us]].
After the holidays [[the sign over our door will have another name]] on it.
By the time this is in the papers, [[half of the shares will have changed hands]].
[[The chair of {b_firm} had dinner with ours]] and nobody wrote it in the calendar.
Don't order new business cards, [[the logo won't survive {b_month}]].
We showed the bank last year's numbers because [[this year's would end the talks]].
[[The big account isn't coming back]], and {b_boss} wants the team to hear it from the newspaper.
What {b_boss} calls a pause in {b_town} is [[the end of the shop]].
[[There's a second offer on the table]], {percent} percent higher, from the people we laugh about at fairs.
The machine everybody waits for [[can't be built at that price]], engineering knows since {b_month}.
[[the number on slide 9 is before the write-off]], real one is {b_sum} lower
[[Our only patent runs out]] the week after the funding round closes.
When {first} says consolidation she means [[{b_plant} gets the work and {b_plant2} the closing party]].
Whoever reads the parking plan for {b_month} sees that [[a whole floor is missing]].
If someone asks, the crates in {b_site} are spare parts. [[It's the whole pilot line for {company}.]]
Our competitor's quote lay in the printer: [[{b_sum} for the full package]]. We'll be just below.
[[we only pay the small suppliers after they threaten to sue]], that's how the quarter looks so good
[[The recipe is just water, {word} and {percent}% of the cheap stuff]], but the label says otherwise.
They will learn about the new fees from their first bill, [[that was decided upstairs on {b_day}]].
It would be good if the analysts didn't count the trucks, [[we ship a third less]].
[[confidental]]: new prcing goes live {b_day}, [[key acounts pay {percent}% more]], dont tell sales
plese make this shorter: [[teh aquisition of {b_rival} closes on {b_day}]] for {b_sum}, [[not anounced]]
Is it wise to [[buy our own shares before {b_day}]], when people learn how good the quarter is?
Should I warn my cousin, who holds shares, that [[the trial failed]]?
Why would a firm [[move its money out of {b_country}]] one week before the election like ours did?
Can we say growth if [[all of it comes from the {b_town} shops we bought]]?
"""
)

_PEOPLE: Final = lines(
    r"""
The two chairs at the window will be free after {b_day}, [[their owners don't know it yet]].
[[Somebody in {b_dept} earns twice what the rest earns]] and her name starts with {first}.
{first} no longer has a key, and [[it isn't because she lost it]].
I was asked to [[find reasons why {first} doesn't fit]], there are none.
[[She cries in the car park]] before each meeting with {first}, everyone has seen it.
{b_boss} wants the seating changed so that [[{first} and {first2} never meet again]] after what happened in {b_town}.
From {b_day} [[{first}'s mails are to be read by two people]] without him knowing.
Please take {first} off the birthday list, [[he won't be here for it]].
[[his doctor and our insurance have talked]], so {first} will not return to the floor
The new one in {b_dept} doesn't know that [[the job is for six months only]], the ad said permanent.
What {first} calls a sabbatical is [[a cure, the second one]].
We can't put {first} on the poster, [[there is a court date in {b_month}]].
My desk neighbour's payslip was in the scanner: [[{money}]]. I do the same work.
[[The promotion was decided in the sauna]], the interviews with the women are for show.
[[no more contracts for people over fifty]], says {b_boss}, but never in writing
After what the trainee told me about {first}'s [[hands]], I can't let her go on the trip to {b_town}.
{first} says it was the stairs. [[It's the third time since {b_month}.]]
We agreed to call it restructuring, but [[it is about the one person who complained]].
[[{first}s salery is {money}]] and he dosnt even come to work, can u write a complaint to hr
pls fix typos: we [[terminat {first} {last} on {b_day}]] becuase of [[repeted absense]]
Is it normal that [[my boss wants to see my chats]] before I get my last month paid?
Do I have to say at {company} that [[I was fired at {b_firm} for falling asleep]]?
How long until people notice that [[the position of {first} is not filled again]]?
Who gets {first}'s clients when [[she goes to prison in {b_month}]]?
"""
)

_SYSTEMS: Final = lines(
    r"""
The door to the server room opens with [[the birthday of {b_boss}]], everyone knows.
If you add [[?staff=1]] to the address of our shop, [[all prices drop to cost]].
[[the camera over the tills has been off since {b_day}]], repair comes in {n} weeks
The visitors' network and the pay machine [[hang on the same cable]] at {b_site}.
Our app asks for the location for the weather, but [[we sell it to {company}]].
The {b_service} job reads [[the whole customer file into a public folder]] each night at two.
Anyone with last year's badge [[can still get into {b_site} through the goods lift]].
{first}'s old laptop, sold on {b_day}, [[had the contracts of {company} on it]].
What keeps {b_rival} from copying us is [[one table with {n}00 weights on {b_host}]].
[[Our test system has real patients in it]], {b_boss} says it's fine as nobody looks.
the new release sends [[each keystroke to {b_host}]], legal hasnt been asked
[[paswords are in the exel on the share drive]], tab 2, {first} maintains it
We restored everything except [[the files of {b_firm}, those are gone]], they believe it is a delay.
Before the audit on {b_day} somebody should [[switch logging on]] at {b_host}.
Could you name this function better? It [[lowers the score when the postcode is poor]].
How long would it take somebody outside to find [[the open port on our ventilators]]?
Which of our {n} shops still runs [[the till version that prints full card numbers]]?
Would {company} be able to tell from the logs that [[we read their tickets]]?
"""
)

_PAPERWORK: Final = lines(
    r"""
[[The judge plays golf with our lawyer]], so relax about {b_day}.
We both know [[the signature under the lease isn't his]].
The other side still thinks that [[there was no third copy]].
My brother told the border officer it was a holiday, [[he has worked in {b_town} ever since]].
[[She'll get the house if nobody mentions the letter]] from {b_month}.
I will say I was at home, {first} will say the same, [[we were at {b_site}]].
[[what he paid me isn't in any contract]], it was {money} in an envelope
Our apology to {company} must not sound like one, because [[it really was our crane]].
[[The children think we're on a long holiday]], their father doesn't know the town.
The expert has been kind to us before, [[his invoice goes through {b_firm}]].
[[i signd teh papers as his wife]] but we were never maried, what happens
When the {n} months are over [[I can talk about what I saw at {b_plant}]], not before.
Is it a problem for the visa that [[I sleep at another address]] than the one on the form?
Should I give the diary to my lawyer if [[page 40 is bad for me]]?
Would a witness be believed who [[owes my father {money}]]?
Does it count as leaving the country if [[I crossed over to {b_country} for one night]] during the procedure?
"""
)

_HARMLESS_DEALS: Final = lines(
    r"""
The people who visited the museum on {b_day} were tourists, most of them from {b_country}.
After the holidays the sign over the bakery will be painted green.
By the time this is in the papers, the match will have been over for hours.
The chair in the corner has a broken leg and nobody wrote it on the list.
Don't order new pencils, there are three boxes in the cupboard.
The teacher showed the class last year's numbers on rainfall because this year's are not out yet.
The big comet isn't coming back before {b_year}, and astronomers wrote that in the newspaper.
What the cook calls a pause is twenty minutes of rest for the dough.
There's a second cake on the table, thirty percent bigger, from the people in the choir.
The machine everybody waits for in the canteen makes cocoa, engineering students love it.
the number on slide 9 of the lecture is rounded, the exact one is 3.14159
[[ORGANIZATION|Kodak]]'s patents ran out long ago, as every business history book tells.
When a chef says reduction she means boiling until the sauce is thick.
Whoever reads the sky in {b_month} sees that a whole constellation is missing in the city.
If someone asks, the crates in the school hall are for the flea market.
Our guide's quote lay in the printer: 'Travel is the only thing you buy that makes you richer.' Who said that?
small rivers only flood after long rain, that's how the valley looks so green
The recipe is just water, flour and salt, but the crust is a miracle.
They will learn about the new bus lines from the posters, that was announced on {b_day}.
It would be good if the children counted the trucks, that's part of the maths lesson.
the movie 'confidental' has a typo in the title, please corect my review: great cast, slow start
plese make this shorter: teh aquisition of language takes yeers and children do it whithout effort
Is it wise to plant tomatoes before {b_month}, when nights are still cold?
Should I warn my cousin that the new season of the series is boring?
Why would a bird move its nest out of a tree one week before a storm?
Can we say growth if a crystal just gets bigger in the jar? It's for the science fair.
"""
)

_HARMLESS_PEOPLE: Final = lines(
    r"""
The two chairs at the window are free, sit wherever you like.
Somebody in the choir sings twice as loud as the rest, that's the tenor's job.
[[PERSON|Cinderella]] no longer has a shoe, and it isn't because she lost it on purpose.
I was asked to find rhymes for 'orange', there are none.
In the last scene she laughs in the car park before the credits roll, everyone has seen that film.
The host wants the seating changed so that the vegetarians sit together at the summer party.
From {b_day} the library is open until eight without an appointment.
Please take 'umbrella' off the packing list, it never rains there.
the doctor in the sitcom and his neighbour have talked, so the dog will return in season two
The new player in our board game group doesn't know that the robber moves on a seven.
What sailors call a knot is about 1.85 kilometres per hour.
We can't put the giraffe on the poster, there is no room for the neck.
The payslip in the schoolbook shows 2,500. The exercise asks for the net amount.
The winner was decided in the last minute, the extra time was for show.
no more tickets for people under twelve, says the sign of the roller coaster
After what the guide told us about the volcano, we can't wait for the trip to {b_town}.
In this riddle the man says it was the stairs. It's the third clue.
We agreed to call it jazz, but it is about the one note that doesn't fit.
salery or salary, whats the corect spelling? and is celery somthing else
pls fix typos: the gardner waters teh roses evry evning becuase of the heet
Is it normal that a cat wants to see the inside of every box?
Do I have to say 'please' twice in a formal letter in {b_nrp} culture?
How long until people notice that the {b_town} sky is full of satellites?
Who gets the crown when {b_hero} goes to the island in the second book?
"""
)

_HARMLESS_SYSTEMS: Final = lines(
    r"""
The door to the escape room opens with the year on the painting, everyone finds it in the end.
If you add ?lang=en to the address of the wiki, all pages switch to English.
the camera in the nest box of the storks has been online since {b_day}, livestream is free
The lamps and the radio in the model railway hang on the same cable.
The weather app in the tutorial asks for the location, and the code shows how to refuse it.
The sample job in the docs reads a public file each night at two, it's a cron example.
Anyone with last year's calendar can still use it in {b_year}, the days are the same.
An old laptop is fine for learning Linux, just install a light desktop.
What keeps ducks dry is a layer of oil on their feathers.
Test systems should have invented patients in them, says the data protection handbook.
the new release of the text editor counts each keystroke for a typing game, the source is on GitHub
paswords and pass phrases: which one is safer, the xkcd comic says the long one
The developers of the game restored everything except the dragon, that one is gone.
Before the lesson on {b_day} somebody should switch the projector on.
Could you name this function better? It lowers the volume when the song is over.
How long would it take a snail to get round the equator?
Which of the planets still has rings that amateurs can see?
Would a compiler be able to tell from the types that the list is never empty?
"""
)

_HARMLESS_PAPERWORK: Final = lines(
    r"""
The judge in the baking show plays golf with the camera team, so relax about the finale.
We both know the painting under the glass isn't by [[PERSON|Vermeer]], the museum says so on its website.
The other team still thinks that there was no third goal, watch the replay.
My favourite character told the border officer a joke, and that scene won a prize.
The sequel gets good reviews if nobody mentions the ending of the first part.
I will sing alto, my sister will sing soprano, the concert is at the town hall.
what explorers paid for pepper isn't in any contract, museums show the old scales
An apology must not sound like an excuse, because listeners notice. Write a column about that.
The children in the book think they're on a long holiday, the wardrobe leads to [[LOCATION|Narnia]].
The referee has been kind to both sides before, his whistle is a legend.
i signd up for teh newsletter of the zoo but it never arives, what can be the reason
When the six months of winter are over, hedgehogs wake up, not before.
Is it a problem for an essay that I use the word 'law' in every line?
Should I give the diary in my novel a date on page 40 or leave it open?
Would a witness be believed in a fairy tale who is a talking fish?
Does it count as visiting a country if I only changed planes in {b_town}?
"""
)

FAMILIES: Final = (
    Family(name="b_talk_deals", categories=("corporate",), templates=_DEALS),
    Family(name="b_talk_people", categories=("employment",), templates=_PEOPLE),
    Family(name="b_talk_systems", categories=("code", "corporate"), templates=_SYSTEMS),
    Family(name="b_talk_papers", categories=("legal",), templates=_PAPERWORK),
    Family(name="b_talk_deals_harmless", templates=_HARMLESS_DEALS),
    Family(name="b_talk_people_harmless", templates=_HARMLESS_PEOPLE),
    Family(name="b_talk_systems_harmless", templates=_HARMLESS_SYSTEMS),
    Family(name="b_talk_papers_harmless", templates=_HARMLESS_PAPERWORK),
)
