/** Why the server does not start on its database, and what to do: Swedish first, then English, as in the terminal. */
export const databaseMessages = {
  superuser: (role: string) =>
    `Databasrollen ${role} är superanvändare, så inget skiljer kommunerna åt: ange i DATABASE_URL en vanlig roll som är medlem i mlo_app · The database role ${role} is a superuser, so nothing keeps tenants apart: give DATABASE_URL an ordinary role that is a member of mlo_app`,
  bypasses: (role: string) =>
    `Databasrollen ${role} har BYPASSRLS, så inget skiljer kommunerna åt: kör ALTER ROLE ${role} NOBYPASSRLS · The database role ${role} has BYPASSRLS, so nothing keeps tenants apart: run ALTER ROLE ${role} NOBYPASSRLS`,
  owner: (role: string) =>
    `Databasrollen ${role} äger tabellerna: ange ägaren i DATABASE_OWNER_URL och i DATABASE_URL en annan roll som är medlem i mlo_app · The database role ${role} owns the tables: give the owner in DATABASE_OWNER_URL, and in DATABASE_URL another role that is a member of mlo_app`,
  notMember: (role: string) =>
    `Databasrollen ${role} får inte arbeta som mlo_app: kör GRANT mlo_app TO ${role} · The database role ${role} may not work as mlo_app: run GRANT mlo_app TO ${role}`,
  behind: (missing: string) =>
    `Databasen saknar ${missing}: starta servern en gång med ägaren av tabellerna i DATABASE_OWNER_URL · The database lacks ${missing}: start the server once with the owner of the tables in DATABASE_OWNER_URL`,
  newer: (name: string) =>
    `Databasen har använts av en nyare version (${name}): installera den versionen eller en senare · The database was used by a newer version (${name}): install that version or a later one`,
  changed: (name: string) =>
    `Steget ${name} i databasen är inte det som den här versionen känner: installera den version som skapade databasen · The step ${name} of the database is not the one this version knows: install the version that made the database`,
  unreachable: (reason: string) =>
    `Databasen svarar inte (${reason}): kontrollera DATABASE_URL och att PostgreSQL är igång · The database does not answer (${reason}): check DATABASE_URL, and that PostgreSQL is running`,
  inUse: (folder: string, pid: number, host: string) =>
    `En annan server använder ${folder} (process ${pid} på ${host}): stäng den först · Another server uses ${folder} (process ${pid} on ${host}): stop it first`,
  copied: (folder: string) =>
    `${folder} är en kopia: stäng av originalet för gott och starta en gång med MLO_COPY=accept, så hämtar enheterna allt på nytt · ${folder} is a copy: shut the original down for good and start once with MLO_COPY=accept; devices then fetch everything anew`,
  notDurable: (folder: string) =>
    `Det som sparas i ${folder} når inte disken: välj en vanlig lokal disk med MLO_DATA · What is saved in ${folder} does not reach the disk: choose an ordinary local disk with MLO_DATA`,
  ledgerDamaged: (place: string) =>
    `Förteckningen över det som raderats är skadad (${place}): lägg tillbaka en hel kopia av filen, annars kan raderat komma tillbaka · The ledger of what was erased is damaged (${place}): put a whole copy of the file back, or erased content may return`,
  broken: (folder: string, reason: string) =>
    `Databasen i ${folder} går inte att öppna (${reason}) och det finns ingen användbar säkerhetskopia i ${folder}/dumps: kör npm run server:restore -- <säkerhetskopia> · The database in ${folder} cannot be opened (${reason}) and there is no usable dump in ${folder}/dumps: run npm run server:restore -- <dump>`,
};
