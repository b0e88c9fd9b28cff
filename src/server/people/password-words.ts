/**
 * Words that a password may not lean on: what the product is called, what it is about, and what people choose first.
 * Small letters, without accents.
 */
export const leaningWords: readonly string[] = [
  ...['lofteskollen', 'medborgarlofte', 'medborgarloften', 'lofte', 'loften', 'kollen'],
  ...['polisen', 'polis', 'kommunen', 'kommun', 'sverige', 'samverkan', 'trygghet', 'insats'],
  ...[
    'losenord',
    'losen',
    'password',
    'passord',
    'hemligt',
    'hemlig',
    'admin',
    'administrator',
    'valkommen',
    'welcome',
  ],
  ...['sommar', 'vinter', 'hosten', 'host', 'varen', 'var', 'januari', 'februari', 'mars', 'april', 'juni', 'juli'],
  ...['augusti', 'september', 'oktober', 'november', 'december', 'mandag', 'tisdag', 'onsdag', 'torsdag', 'fredag'],
  ...['1234567890', '123456789', '12345678', '1234567', '123456', '12345', '1234', '987654321', '654321', '4321'],
  ...['qwertyuiop', 'qwerty', 'asdfghjkl', 'asdfgh', 'zxcvbnm', 'abcdefghijkl', 'abcdef', 'abc', 'letmein', 'iloveyou'],
];
