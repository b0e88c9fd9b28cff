/** What the server says in the terminal: Swedish first, then English, since nobody has chosen a language there. */
export const messages = {
  open: (address: string) =>
    `Löfteskollen finns på ${address} (avsluta med Ctrl+C) · open ${address}, stop with Ctrl+C`,
  portTaken: (port: number) =>
    `Port ${port} är upptagen: stäng det andra programmet eller välj en annan port med PORT=${port + 1} · Port ${port} is taken: stop the other program, or choose another port with PORT=${port + 1}`,
  leaseDaysWrong: (text: string) =>
    `MLO_LEASE_DAYS=${text} går inte: ange hela dygn från 1 till 30 · MLO_LEASE_DAYS=${text} is not possible: give whole days from 1 to 30`,
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
    'Kommandot finns inte: skriv npm run server:backup, server:restore eller server:erase · There is no such command: write npm run server:backup, server:restore or server:erase',
  eraseWhat:
    'Ange vad som ska raderas och beslutet bakom det: npm run server:erase -- progressLogs/<id> "KS 2026/123" · Name what is to be erased and the decision behind it: npm run server:erase -- progressLogs/<id> "KS 2026/123"',
  eraseUnknown: (name: string) =>
    `${name} finns inte på servern, eller är redan raderad: inget har ändrats · ${name} is not on the server, or was erased before: nothing was changed`,
  eraseOwner:
    'Ange ägaren av tabellerna i DATABASE_OWNER_URL: inget annat konto får ändra historiken · Give the owner of the tables in DATABASE_OWNER_URL: no other account may change history',
  erased: (count: number, file: string) =>
    `${count} poster är raderade och försvinner från varje enhet när den hör av sig: spara ${file} skild från säkerhetskopiorna · ${count} records were erased and go from every device at its next contact: keep ${file} apart from the backups`,
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
