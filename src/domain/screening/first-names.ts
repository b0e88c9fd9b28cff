/**
 * Common first names, as a reminder and no more: names cannot be detected reliably, and the message says so (guard.md P4).
 * Names that are also common words or places (Mark, Sten, Stig, Dag, Liv, Love, Max, Björn, Saga, Tor) are left out.
 */
export const firstNames: ReadonlySet<string> = new Set(
  (
    'Adam Adnan Agnes Ahmad Ahmed Albin Alexander Alexandra Alfred Ali Alice Alicia Alma Alva Amanda Amin Amina Amir ' +
    'Anders Andreas Anette Anita Ann Anna Anneli Annika Anton Antonia Arvid Astrid August Axel Barbro Beatrice Bengt ' +
    'Berit Bertil Birgit Birgitta Bo Britt Carina Carl Carolina Caroline Cecilia Charlotta Charlotte Christer ' +
    'Christian Christina Christoffer Clara Claes Dan Daniel Daniela David Dennis Ebba Edvin Elias Elin Elina Elisabeth ' +
    'Ella Ellen Elsa Elvira Emelie Emil Emilia Emma Erik Erika Eva Evelina Fabian Fatima Felicia Felix Filip Filippa ' +
    'Fredrik Frida Gabriel Georg Gerd Gunilla Gunnar Gustav Göran Hampus Hanna Hannes Hans Hassan Helena Helene Henrik ' +
    'Hugo Hussein Håkan Ibrahim Ida Inga Inger Ingrid Irene Isabella Isak Jacob Jakob Jan Janne Jasmine Jenny Jens ' +
    'Jesper Jessica Joakim Johan Johanna John Johnny Jonas Jonathan Josef Josefin Julia Karin Karl Karolina Kenneth ' +
    'Kent Kerstin Kevin Khalid Kim Klara Kristina Kristoffer Lars Lena Leif Leila Lennart Leo Liam Lina Linda Linn ' +
    'Linnea Linus Lisa Louise Lovisa Lucas Ludvig Lukas Magnus Maja Malin Marcus Margareta Maria Marie Markus Martin ' +
    'Matilda Mats Mattias Maryam Mehmet Melker Michael Mikael Milla Mohamed Mohammad Mohammed Moa Mona Monica Mustafa ' +
    'Nathalie Nicklas Niklas Nils Noah Nora Nova Ola Olivia Olle Olof Oliver Omar Oscar Oskar Otto Patrik Pernilla Per ' +
    'Peter Petra Pia Pontus Ralf Rasmus Rebecka Robert Robin Roger Roland Rolf Ronny Samir Samuel Sandra Sara Sebastian ' +
    'Signe Simon Sofia Sofie Sonja Stefan Stella Susanne Svante Sven Theo Therese Thomas Tilda Tim Tobias Tomas Tommy ' +
    'Torbjörn Tove Tuva Tyra Ulf Ulla Ulrika Viktor Viktoria Vilma Wilma William Yasmin Yusuf Åke Åsa Östen'
  ).split(' '),
);
