import { formatDay } from '../../kernel/calendar.ts';
import type { InputOf } from '../../kernel/form.ts';
import { invalid, stale } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { loadVaccine } from '../vaccines/index.ts';
import type { lotChangeForm } from './lot-change.form.ts';
import { loadLotFacts } from './lots.store.ts';
import { faultOfChange, lotChangeNames } from './lots.ts';
import { saveLotChange } from './save-lot.store.ts';

/** S27: extends the expiry of a lot nationally, stops it or releases it; every holder is told in the same transaction. */
export const changeLot = async (ctx: Ctx, input: InputOf<typeof lotChangeForm>): Promise<Outcome> => {
  const { lot, kind, expiry, reason } = input;
  const vaccine = await loadVaccine(ctx.tx, input.vaccine);
  if (!vaccine) throw invalid({ vaccine: 'ワクチンを選択してください。' });
  const facts = await loadLotFacts(ctx.tx, vaccine.id, lot);
  const fault = faultOfChange({ expiry: facts?.expiry ?? null, stopped: !!facts?.stoppedAt }, { kind, expiry });
  if (fault) throw invalid({ [fault.field]: fault.text });
  ctx.ask(
    question({
      id: 'lot-change',
      title: `${lotChangeNames[kind]}を登録します`,
      lines: [
        ...(facts ? [] : ['このロットは、まだ納入の記録にありません。番号に間違いがないか確認してください。']),
        '登録すると、このロットを持っているすべての施設にすぐに知らせます。よろしいですか？',
      ],
      rows: [
        { label: 'ワクチン', value: vaccine.name },
        { label: 'ロット番号', value: lot },
        ...(kind === 'extended' && expiry
          ? [{ label: '有効期限', value: `${facts?.expiry ? formatDay(facts.expiry) : '不明'} → ${formatDay(expiry)}` }]
          : []),
      ],
      about: [facts?.version ?? 0, reason],
    }),
  );
  const to = kind === 'extended' ? expiry : null;
  const change = { vaccineId: vaccine.id, lot, kind, expiryFrom: facts?.expiry ?? null, expiryTo: to, reason };
  const changeId = await saveLotChange(
    ctx.tx,
    { ...change, at: ctx.now, userId: ctx.actor.userId },
    facts?.version ?? 0,
  );
  if (changeId === null) throw stale('ほかの人', 'この画面を開いたあと');
  const { id: vaccineId, name: vaccineName } = vaccine;
  await ctx.emit('lot.changed', { changeId, vaccineId, vaccineName, lot, kind, expiry: to, reason });
  ctx.note(`lot:${vaccineId}:${lot}`, { kind, expiry: to, reason });
  return done(`/lots/${vaccineId}/${encodeURIComponent(lot)}`);
};
