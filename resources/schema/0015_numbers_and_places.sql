-- Telephone numbers are stored and searched by another rule (src/domain/text/phonenumber.h). The search finds records by
-- their places, companies, tags and own fields, any part of what is written without spaces, and what signs join as a
-- whole. The keys of numbers and the words of records and activities are made anew when the book is opened
-- (book/searchwords), in one transaction. A program that writes them by the older rules opens the book no more.

DELETE FROM book WHERE name = 'search_words';
