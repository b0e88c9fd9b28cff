/** What the server says in the terminal: Swedish first, then English, since nobody has chosen a language there. */
export const messages = {
  open: (address: string) =>
    `Löfteskollen finns på ${address} (avsluta med Ctrl+C) · open ${address}, stop with Ctrl+C`,
  portTaken: (port: number) =>
    `Port ${port} är upptagen: stäng det andra programmet eller välj en annan port med PORT=${port + 1} · Port ${port} is taken: stop the other program, or choose another port with PORT=${port + 1}`,
  leaseDaysWrong: (text: string) =>
    `MLO_LEASE_DAYS=${text} går inte: ange hela dygn från 1 till 30 · MLO_LEASE_DAYS=${text} is not possible: give whole days from 1 to 30`,
  logMonthsWrong: (text: string) =>
    `MLO_LOG_MONTHS=${text} går inte: ange hela månader från 1 till 120 · MLO_LOG_MONTHS=${text} is not possible: give whole months from 1 to 120`,
  portWrong: (text: string) =>
    `PORT=${text} är ingen port: ange ett heltal mellan 0 och 65535 · PORT=${text} is not a port: give a whole number from 0 to 65535`,
  packagesMissing:
    "Serverns paket saknas: kör npm ci, eller starta med MLO_BACKEND=off för appen ensam · The server's packages are missing: run npm ci, or start with MLO_BACKEND=off for the app alone",
  portForbidden: (port: number) =>
    `Port ${port} får bara systemet öppna: välj en port över 1023 med PORT=8080 · Port ${port} is for the system only: choose one above 1023 with PORT=8080`,
  backendWrong: (text: string) =>
    `MLO_BACKEND=${text} finns inte: skriv off för appen ensam, eller ta bort variabeln · MLO_BACKEND=${text} does not exist: write off for the app alone, or remove the variable`,
  publicHostWrong: (text: string) =>
    `PUBLIC_HOST=${text} är inget värdnamn: skriv bara namnet, till exempel loften.kommunen.se · PUBLIC_HOST=${text} is no host name: write the name only, such as loften.kommunen.se`,
  databaseUrlWrong: (name: string) =>
    `${name} är ingen adress till PostgreSQL: skriv postgres://roll:lösenord@värd:5432/databas · ${name} is no address of PostgreSQL: write postgres://role:password@host:5432/database`,
  keyMissing:
    'MLO_KEY saknas, och alla servrar vid samma databas behöver samma nyckel: skapa en med openssl rand -base64 32 och spara den skild från säkerhetskopiorna · MLO_KEY is missing, and all servers beside one database need the same key: make one with openssl rand -base64 32, and keep it apart from the backups',
  keyWrong:
    'MLO_KEY är ingen nyckel: skapa en med openssl rand -base64 32 · MLO_KEY is no key: make one with openssl rand -base64 32',
  keyFileWrong: (folder: string) =>
    `Nyckeln i ${folder}/receipt-key är skadad: lägg tillbaka den rätta, eller ta bort filen så skapas en ny · The key in ${folder}/receipt-key is damaged: put the right one back, or remove the file and a new one is made`,
  providersWrong: (place: string) =>
    `MLO_PROVIDERS går inte att läsa (${place}): ange en JSON-lista med id, name, issuer och clientId, eller sökvägen till en fil med den · MLO_PROVIDERS cannot be read (${place}): give a JSON list of id, name, issuer and clientId, or the path of a file with it`,
  folderUnusable: (folder: string, reason: string) =>
    `Det går inte att skriva i ${folder} (${reason}): välj en annan mapp med MLO_DATA eller rätta behörigheten · ${folder} cannot be written to (${reason}): choose another folder with MLO_DATA, or mend its permissions`,
  diskFailed: (reason: string) =>
    `Disken tog inte emot det som skulle sparas (${reason}): se till att det finns plats och starta servern igen, inget bekräftat är förlorat · The disk did not take what was to be saved (${reason}): make room and start the server again, nothing acknowledged is lost`,
  starting: 'Servern startar, försök igen om några sekunder.\nThe server is starting, try again in a few seconds.\n',
  setUp: (link: string) =>
    `Öppna länken en gång för att bli administratör: ${link} · open the link once to become administrator`,
  commandUnknown:
    'Kommandot finns inte: skriv npm run server:backup, server:restore, server:erase, server:verify-log, server:trim-log, server:person eller server:incident · There is no such command: write npm run server:backup, server:restore, server:erase, server:verify-log, server:trim-log, server:person or server:incident',
  eraseWhat:
    'Ange vad som ska raderas och beslutet bakom det: npm run server:erase -- progressLogs/<id> "KS 2026/123" · Name what is to be erased and the decision behind it: npm run server:erase -- progressLogs/<id> "KS 2026/123"',
  eraseUnknown: (name: string) =>
    `${name} finns inte på servern, eller är redan raderad: inget har ändrats · ${name} is not on the server, or was erased before: nothing was changed`,
  orderWhat:
    'Ange en godkänd gallringsorder: npm run server:erase -- --order gallringsorder.json · Name an approved disposal order: npm run server:erase -- --order gallringsorder.json',
  orderChanged:
    'Gallringsordern är ändrad eller avklippt sedan den godkändes, och inget har raderats: spara den på nytt i appen · The order was changed or cut off since it was approved, and nothing was erased: save it again in the app',
  orderUnknown:
    'Löftet i gallringsordern finns inte på servern, eller är redan gallrat: inget har ändrats · The promise of the order is not on the server, or was disposed of before: nothing was changed',
  orderUnsigned:
    'Gallringsordern är inte förberedd och godkänd av två konton på servern, och inget har raderats: godkänn den i appen först · The order was not prepared and approved by two accounts of this server, and nothing was erased: approve it in the app first',
  orderForeign:
    'Gallringsordern nämner poster som hör till ett annat löfte, och inget har raderats: förbered den på nytt i appen · The order names records of another promise, and nothing was erased: prepare it anew in the app',
  eraseOwner:
    'Ange ägaren av tabellerna i DATABASE_OWNER_URL: inget annat konto får ändra historiken · Give the owner of the tables in DATABASE_OWNER_URL: no other account may change history',
  erased: (count: number, file: string) =>
    `${count} poster är raderade och försvinner från varje enhet när den hör av sig: spara ${file} skild från säkerhetskopiorna · ${count} records were erased and go from every device at its next contact: keep ${file} apart from the backups`,
  chainWhole: (rows: number) =>
    `Loggen är hel: ${rows} rader följer på varandra så som de skrevs · The log is whole: ${rows} rows follow each other as they were written`,
  chainBroken:
    'Loggen är ändrad: se raderna ovan, stoppa servern och spara databasen som den är · The log was altered: see the lines above, stop the server and keep the database as it is',
  chainAltered: (space: string, n: number) =>
    `Rad ${n} i ${space} är inte den som skrevs, eller så är raden före den utbytt · Row ${n} in ${space} is not what was written, or the row before it was replaced`,
  chainMissing: (space: string, n: number) =>
    `Från rad ${n} saknas rader i ${space} · From row ${n} on, rows are missing in ${space}`,
  chainNotAsTold: (space: string, n: number) =>
    `Rad ${n} i ${space} är inte den som serverns egen logg nämnde · Row ${n} in ${space} is not the one that the server's own log named`,
  chainRestored: (space: string, n: number, since: string, at: string) =>
    `En säkerhetskopia lades tillbaka i ${space} vid rad ${n}: det som loggades mellan ${since} och ${at} finns inte kvar · A backup was brought back in ${space} at row ${n}: what was logged between ${since} and ${at} is gone`,
  anchorWrong: (text: string) =>
    `${text} är inget ankare: kopiera hela värdet från raden access-log-anchor · ${text} is no anchor: copy the whole value from the line access-log-anchor`,
  trimmed: (count: number, months: number) =>
    `${count} rader som var äldre än ${months} månader är gallrade ur loggen · ${count} rows older than ${months} months were removed from the log`,
  trimOwner:
    'Ange ägaren av tabellerna i DATABASE_OWNER_URL: inget annat konto får gallra loggen · Give the owner of the tables in DATABASE_OWNER_URL: no other account may trim the log',
  personUnknown: (text: string) =>
    `Ingen heter eller loggar in som ${text}: skriv hela namnet, inloggningsnamnet eller kontots id · Nobody is called or signs in as ${text}: write the whole name, the sign-in name or the id of the account`,
  personSeveral: (text: string, ids: string) =>
    `Flera heter ${text}: ange ett av kontona ${ids} · Several are called ${text}: give one of the accounts ${ids}`,
  incidentWhat:
    'Ange vem eller vilket löfte, och från när till när: npm run server:incident -- --person anna@kommunen.se --from 2026-03-01 --to 2026-03-31 · Name whom or which promise, and from when to when: npm run server:incident -- --person anna@kommunen.se --from 2026-03-01 --to 2026-03-31',
  backedUp: (file: string) => `Säkerhetskopian är provad och finns i ${file} · the dump was proven and is in ${file}`,
  backUpFailed:
    "Säkerhetskopian gick inte att göra eller prova: se serverns logg och kontrollera att disken har plats · The dump could not be made or proven: see the server's log, and check that the disk has room",
  backUpElsewhere:
    'PostgreSQL säkerhetskopieras med sina egna verktyg: se README, In production · PostgreSQL is backed up with its own tools: see README, In production',
  restoreWhat: (folder: string) =>
    `Ange en säkerhetskopia som finns: npm run server:restore -- ${folder}/dumps/… · Name a dump that exists: npm run server:restore -- ${folder}/dumps/…`,
  dumpDamaged: (file: string) =>
    `${file} är ingen hel säkerhetskopia, och inget har ändrats: välj en annan · ${file} is no whole dump, and nothing was changed: choose another one`,
  restored: (aside: string) =>
    `Säkerhetskopian är på plats${aside && ` och den tidigare databasen ligger i ${aside}`}: starta servern, så spelas bekräftade ändringar upp igen och alla loggar in på nytt · the dump is in place${aside && ` and the earlier database is in ${aside}`}: start the server; acknowledged changes are played again, and everybody signs in anew`,
  restoreOwner:
    'Ange ägaren av tabellerna i DATABASE_OWNER_URL och kör npm run server:restore utan argument, eller med numret från förra gången · Give the owner of the tables in DATABASE_OWNER_URL and run npm run server:restore without an argument, or with the number of the last time',
  lineBegun: (line: number) =>
    `Databasen är historielinje ${line} och alla loggar in på nytt: notera numret och starta servrarna · the database is history line ${line} and everybody signs in anew: note the number and start the servers`,
  notBuilt: (folder: string) =>
    `Appen är inte byggd (${folder} saknas): kör npm start · The app is not built (${folder} is missing): run npm start`,
  failed: (reason: string) => `Servern kunde inte starta: ${reason} · The server could not start: ${reason}`,
  plainHttpRefused:
    'Öppna appen via https eller på http://localhost. Okrypterad http går att läsa och ändra på vägen.\nOpen the app over https or on http://localhost. Plain http can be read and changed on its way.\n',
};
