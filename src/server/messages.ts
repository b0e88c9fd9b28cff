/** What the server says in the terminal: Swedish first, then English, since nobody has chosen a language there. */
export const messages = {
  open: (address: string) =>
    `Löfteskollen finns på ${address} (avsluta med Ctrl+C) · open ${address}, stop with Ctrl+C`,
  portTaken: (port: number) =>
    `Port ${port} är upptagen: stäng det andra programmet eller välj en annan port med PORT=${port + 1} · Port ${port} is taken: stop the other program, or choose another port with PORT=${port + 1}`,
  portWrong: (text: string) =>
    `PORT=${text} är ingen port: ange ett heltal mellan 0 och 65535 · PORT=${text} is not a port: give a whole number from 0 to 65535`,
  notBuilt: (folder: string) =>
    `Appen är inte byggd (${folder} saknas): kör npm start · The app is not built (${folder} is missing): run npm start`,
  failed: (reason: string) => `Servern kunde inte starta: ${reason} · The server could not start: ${reason}`,
  plainHttpRefused:
    'Öppna appen via https eller på http://localhost. Okrypterad http går att läsa och ändra på vägen.\nOpen the app over https or on http://localhost. Plain http can be read and changed on its way.\n',
};
