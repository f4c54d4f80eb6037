import { expect, test } from 'vitest';
import { hasCheckDigit, parseVenueCode } from './venue-code.ts';

test('10 digits, corrected; the check digit is Luhn over the first 9', () => {
  expect(parseVenueCode('０１１０１１３７１９')).toBe('0110113719');
  expect(parseVenueCode('12345')).toBeNull();
  expect(hasCheckDigit('0110113719')).toBe(true);
  expect(hasCheckDigit('0110113718')).toBe(false);
});
