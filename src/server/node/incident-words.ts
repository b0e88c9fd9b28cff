/** Headings of the table that `server:incident` prints: Swedish first, then English. */
export const incidentWords = {
  people: 'Personer · People',
  sessions: 'Öppna inloggningar · Open sessions',
  devices: 'Enheter · Devices',
  reads: 'Läst · Read',
  writes: 'Skrivet · Written',
  exports: 'Tagit ut · Exported',
  other: 'Övrigt · Other',
  none: '–',
  cut: 'Visar de 50 000 senaste raderna: ange en kortare tid · Shows the 50,000 latest rows: give a shorter time',
  shared: 'delad dator · shared computer',
  operations: (count: number) => `${count} ändringar skickade · changes sent`,
  since: (from: string, seen: string) => `från ${from}, senast ${seen} · since, last seen`,
} as const;
