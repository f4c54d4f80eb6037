import type { FormState } from '../../kernel/form.ts';
import { Button, FieldRow } from '../../ui/index.ts';
import { venueForm } from './venue.form.ts';

type Props = {
  readonly state: FormState;
  /** Address of the edit page. */
  readonly path: string;
  /** Towns of the postal code typed; more than one = a choice. */
  readonly towns: readonly string[];
  readonly said?: string;
};

/**
 * 納入先の住所 (M2.1-3-7). Both buttons send the form with `_cancel`, so that it comes back with everything typed and
 * nothing saved; the island puts only this part into the page.
 */
export const DeliveryPart = ({ state, path, towns, said }: Props) => {
  const def = venueForm;
  const choice = towns.length > 1;
  return (
    <div id="delivery-address" data-delivery>
      <FieldRow def={def} state={state} name="deliverySame" />
      <p class="hint">
        納入先が医療機関の住所と異なる場合は、チェックを外し、次の欄に入力して「住所確定」を押してください。
      </p>
      <FieldRow
        def={def}
        state={state}
        name="deliveryPostalInput"
        aside={
          <Button
            name="_cancel"
            value="fill"
            formAction={`${path}?address=fill#delivery-address`}
            data={{ 'data-address': 'fill' }}
          >
            住所自動入力
          </Button>
        }
      />
      <FieldRow
        def={def}
        state={state}
        name="deliveryTownInput"
        {...(choice
          ? {
              meta: { kind: 'choice', hint: '同じ郵便番号の地域が複数あります。該当する地域を選択してください。' },
              options: towns.map((town) => ({ value: town, label: town })),
            }
          : { readOnly: true, meta: { hint: '「住所自動入力」を押すと入力されます。' } })}
      />
      <FieldRow
        def={def}
        state={state}
        name="deliveryStreetInput"
        aside={
          <Button
            name="_cancel"
            value="confirm"
            formAction={`${path}?address=confirm#delivery-address`}
            data={{ 'data-address': 'confirm' }}
          >
            住所確定
          </Button>
        }
      />
      <p role="status" data-said>
        {said}
      </p>
      <FieldRow def={def} state={state} name="deliveryPostalCode" readOnly />
      <FieldRow def={def} state={state} name="deliveryAddress" readOnly />
    </div>
  );
};
