/** English comments that name no person, one a line. */
export const ENGLISH_COMMENTS = `Great trip, would book again
The privacy policy is too long
Please collect less data
Our guide was friendly and knowledgeable
The guide was very patient with the kids
Our guide The best ever
Thanks, Great service
Thanks, We loved it
Thanks, everything was fine
This is Very Good
I am very happy with the hotel
I'm New here but it was easy
This is a great company
Driver was late by 40 minutes
The driver Was polite
The manager Never called back
Manager on duty solved it
The front desk was slow
Reception staff were kind
Spoke to Customer Service twice
Call me Monday if needed
We paid 12,000 yuan for two
It cost $1,299.00 per person
About 15000 dollars for the family
Paid 3500 RMB, worth it
The room was 1200 CNY a night
Tickets were 80 and 160 yuan
Price went from 1000 to 1500
Between 1000-1500 yuan
We traveled in 2019, 2021 and 2024
Since 1998 I have been a customer
The 2024-2025 season was better
Trip on 2024-05-01 was perfect
From 5/1/2024 to 5/7/2024
Departed 14:30, arrived 17:45
Breakfast 7:00-10:00 is too short
Check-in at 15:00, check-out 12:00
Open 24/7, nice
Room 1203 had no lock; 24/7 support would help
Room 508 was noisy
We stayed on floor 12
Shorter privacy policy, please. 3 pages, not 30!
I am happy with the app; version 4.2 is better than 4.1
iOS 17.5.1 crashes on login
The app is 200MB, too large
The photo was 1080p only
Flew on an A320neo, cramped
The B787 was comfortable
A 5-star hotel should do better
4.5/5 from me
5/5, 4/5 and 3/5 for the hotels
10/10 would recommend
100% satisfied
20% off would be nice
Waited 2 hours at the airport
A 24 hour wait for a reply
A 10 minute walk to the beach
The 2 way transfer was included
We drove 300km in one day
Altitude 3650m made us dizzy
We walked 12000 steps
30 sqm room with balcony
Two adults, one child
One or two things could improve
Three of us shared a room
One, two, three stops were enough
Seven days and six nights
WeChat is great for updates
WeChat payments are easy
The WeChat mini program works well
Telegram channel would be nice
Instagram photos did not match
QQ login is missing
Line was too long at the museum
Ins and outs were explained well
Email reply took 3 days
The phone line was busy
Nobody answered the phone
Why do you need my passport number
I did not get the verification code
The form asks for the ID number twice
My account was locked for 2 days
Question 12 is unclear
30 questions are too many
Section 5.2 is hard to read
Article 44 should be quoted
Stored for 6 months is fine
Delete my data after 30 days please
I do not want marketing emails
Too many text messages
The opt out link was hard to find
The cookie banner is annoying
Third parties should be listed
Nanjing Road was crowded
We loved the Great Wall
The Summer Palace and the Temple of Heaven
Forbidden City tickets sold out
Hong Kong was the highlight
West Lake at night is beautiful
The Bund is a must
Chengdu pandas were cute
Guilin river cruise was slow
Xi'an food was amazing
Local food on the street was good
Shopping stops wasted 3 hours
Bus seat was broken
Air conditioning did not work
Towels smelled bad
Towels changed daily, thanks
Luggage 5kg over, paid 200
Deposit 500 returned next day
Refund took 2 weeks
Cancelled 30 days before and lost 10%
Group of 28 people
A small group of 12 is ideal
Kids under 1.2m are free
My parents are 65 and 70
Temperature was 35 degrees
-20°C was too cold
Gate B12 was far away
Terminal 3 is huge
Metro line 2 goes there
Train G1234 was on time
Seat 23A had no window
It was OK
Nothing to add
No comment
Fine
Excellent communication before the trip
Everything as described
Would recommend to friends
Best holiday in years
The itinerary was too tight
More free time please
English speaking staff needed
Font too small
The website is slow
Please add dark mode
Payment failed twice
Invoice came late
Great value for money
The view from the 88th floor
We visited 3 temples in 2 days
First time with a group
Second trip this year
I'd give 8 out of 10
Happy with how my data was handled
I trust the company with my data
Not sure what happens to my passport copy
Good, but 2000 words of policy is too much`
