import { catalogue } from '#ui/words.ts';

/** Words of the form with which a party signs, wherever something is signed. */
export const signatureWords = catalogue(
  {
    party: 'Part',
    profile: 'Profil som skriver under',
    newProfile: 'Ny profil på den här enheten',
    noProfile: 'Ingen profil för den här parten finns på enheten. Skriv funktionen, så skapas en.',
    function: 'Funktion',
    functionHint: 'Så som den ska stå, till exempel lokalpolisområdeschef. Inget namn.',
    functionRequired: 'Skriv funktionen.',
    sign: 'Skriv under för {party}',
    'already-signed': 'Parten har redan skrivit under.',
    'other-party': 'Profilen hör till en annan part. Välj en profil för den här parten.',
    'same-profile': 'Profilen har redan skrivit under för en annan part. Två underskrifter kräver två profiler.',
    reader: 'En läsare kan inte skriva under.',
    signsAs: 'Du skriver under som {name}.',
    'same-account':
      'Du har redan skrivit under för en annan part. Den här partens underskrift ges av någon annan, som är inloggad som sig själv.',
  },
  {
    party: 'Party',
    profile: 'Profile that signs',
    newProfile: 'New profile on this device',
    noProfile: 'There is no profile for this party on the device. Write the function and one is made.',
    function: 'Function',
    functionHint: 'As it shall be printed, for example local police area manager. No name.',
    functionRequired: 'Write the function.',
    sign: 'Sign for {party}',
    'already-signed': 'The party has already signed.',
    'other-party': 'The profile belongs to another party. Choose a profile of this one.',
    'same-profile': 'The profile has already signed for another party. Two signatures take two profiles.',
    reader: 'A reader cannot sign.',
    signsAs: 'You sign as {name}.',
    'same-account':
      'You have already signed for another party. The signature of this one is given by somebody else, signed in as themselves.',
  },
);
