# pier.sh: the story that the scenarios with a model tell, from two outlets that do not exist.
press quay-ledger pier "Quayham to rebuild its east pier" 2025-05-27T10:00:00Z <<'TEXT'
The harbour board of Quayham voted on Monday to rebuild the east pier for 4.2 million crowns.
Divers found cracks in 14 of its 60 piles in March. The board closed the pier to the public on 3 April.
“We could not leave it as it was,” said Mara Quist, the board's chair, after the vote.
The work may begin in September if the county grants a permit. The contract has not been awarded yet.
Fishing boats have used the north quay since then, and seven of them moved to Tolmouth for good.
TEXT
press tide-radio pier "Two years of work at Quayham's east pier" 2025-05-27T14:00:00Z <<'TEXT'
Quayham will rebuild its east pier, the harbour board decided on Monday by five votes to two.
The work takes two years, Mara Quist, the chair of the board, told Tide Radio on Tuesday.
Opponents of the plan, led by the fishmonger Odo Brandt, say the pier should be torn down.
“It is money thrown into the sea,” Brandt said.
The pier was built in 1931 and carries the lamp that guides boats into the harbour at night.
TEXT
