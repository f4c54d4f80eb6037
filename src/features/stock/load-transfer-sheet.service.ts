import { formatDay, formatInstant } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import type { FileReply } from '../../platform/http/index.ts';
import { paperPool } from '../../platform/pdf/index.ts';
import { loadVaccine } from '../vaccines/index.ts';
import { loadLots } from './balances.store.ts';
import { bandNames } from './transfer.form.ts';
import type { TransferPaper } from './transfer-paper.ts';
import { loadTransfer, type Transfer } from './transfers.store.ts';

/** From the sources and from the bundle alike. */
const entry = new URL(
  import.meta.url.endsWith('.ts') ? './transfer-paper.worker.ts' : './features/stock/transfer-paper.worker.js',
  import.meta.url,
);
const pool = paperPool<TransferPaper>(entry);

/** S12: the sheet that goes with the vials, for either side. */
export const loadTransferSheet = async ({ tx, actor, now }: Ctx, id: number): Promise<FileReply> => {
  const transfer = await loadTransfer(tx, id);
  const vaccine = transfer && (await loadVaccine(tx, transfer.vaccineId));
  if (!transfer || !vaccine || (transfer.venueId !== actor.org.id && transfer.partnerId !== actor.org.id))
    throw notFound();
  const lot = (await loadLots(tx, actor.org.id, vaccine.id)).find((one) => one.lot === transfer.lot);
  const [giver, receiver] = sidesOf(transfer);
  const paper: TransferPaper = {
    number: `T${transfer.id}-${transfer.version}`,
    printedAt: formatInstant(now),
    giver,
    receiver,
    rows: [
      { label: 'ワクチン', value: vaccine.name },
      { label: 'ロット番号', value: transfer.lot },
      { label: 'ロットの有効期限', value: lot?.expiry ? formatDay(lot.expiry) : '' },
      { label: 'バイアル本数', value: `${transfer.vials.toLocaleString('ja-JP')}本` },
      { label: '移送した日', value: formatDay(transfer.day) },
      { label: '冷凍庫から出した日時', value: transfer.leftFreezerAt ? formatInstant(transfer.leftFreezerAt) : '' },
      { label: '移送時の温度帯', value: transfer.band ? bandNames[transfer.band] : '' },
      { label: '使用期限', value: transfer.useBy ? formatInstant(transfer.useBy) : '' },
      { label: '移送元の担当者', value: '' },
      { label: '移送先の受領者', value: '' },
    ],
  };
  return {
    filename: `情報連携シート_${transfer.lot}_${transfer.day}.pdf`,
    type: 'application/pdf',
    body: pool.draw(paper),
    inline: true,
  };
};

const sidesOf = ({ side, venueName, venueCode, partnerName, partnerCode }: Transfer): readonly [string, string] => {
  const own = `${venueName}（${venueCode}）`;
  const other = partnerName ? `${partnerName}（${partnerCode}）` : '';
  return side === 'out' ? [own, other] : [other, own];
};
