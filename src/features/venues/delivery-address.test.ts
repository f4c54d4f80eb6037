import { expect, test } from 'vitest';
import { withAddress } from './delivery-address.ts';

test('「住所自動入力」 fills the only town in, offers several, and says when there is none', () => {
  expect(withAddress({ deliveryPostalInput: '〒105-0011' }, 'fill')).toMatchObject({
    values: { deliveryTownInput: '東京都港区芝公園' },
    errors: {},
  });
  const several = withAddress({ deliveryPostalInput: '498-0000' }, 'fill');
  expect(several.towns.length).toBeGreaterThan(1);
  expect(several.values.deliveryTownInput).toBe('');
  expect(Object.keys(withAddress({ deliveryPostalInput: 'x' }, 'fill').errors)).toEqual(['deliveryPostalInput']);
});

test('「住所確定」 takes the town of the code, never one that was made up', () => {
  const typed = { deliveryPostalInput: '498-0000', deliveryStreetInput: '1-1', deliveryTownInput: '東京都港区' };
  expect(Object.keys(withAddress(typed, 'confirm').errors)).toEqual(['deliveryTownInput']);
  const [town = ''] = withAddress(typed, 'fill').towns;
  expect(withAddress({ ...typed, deliveryTownInput: town }, 'confirm').values).toMatchObject({
    deliveryPostalCode: '498-0000',
    deliveryAddress: `${town}1-1`,
    deliverySame: '',
  });
  expect(Object.keys(withAddress({ deliveryPostalInput: '105-0011' }, 'confirm').errors)).toEqual([
    'deliveryStreetInput',
  ]);
});
