import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type FieldMeta, type FormState, field, form, table } from '../kernel/form.ts';
import {
  CellInput,
  ConfirmDialog,
  DataTable,
  ErrorSummary,
  FieldRow,
  Form,
  Quantity,
  Remaining,
  Total,
} from './index.ts';

const state = (more: Partial<FormState> = {}): FormState => ({
  values: {},
  errors: {},
  requestId: 'r-1',
  confirmed: [],
  ...more,
});
const one = (meta: FieldMeta) => form('demo', { x: field(z.string(), meta) });
const row = (meta: FieldMeta, more: Partial<FormState> = {}, today?: string): string =>
  renderToString(<FieldRow def={one(meta)} state={state(more)} name="x" today={today} />);

describe('FieldRow', () => {
  it('names the input by its label alone, with ※ outside of the name', () => {
    const html = row({ label: '施設名', required: true });
    expect(html).toContain('<label for="demo-x" class="field-label">施設名</label>');
    expect(html).toMatch(/<span class="required-mark" aria-hidden="true">※<\/span>/);
    expect(html).toContain('aria-required="true"');
  });
  it('describes the input by hint, unit and error, and the error begins with ＊', () => {
    const html = row(
      { label: '希望量', kind: 'number', unit: '箱', hint: '整数' },
      { errors: { x: '直してください。' } },
    );
    expect(html).toContain('aria-describedby="demo-x-hint demo-x-unit demo-x-error"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('＊直してください。');
    expect(html).toContain('inputmode="numeric"');
  });
  it('shows a date with slashes and offers today', () => {
    const html = row({ label: '日付', kind: 'date' }, { values: { x: '2021-04-26' } }, '2021-05-01');
    expect(html).toContain('value="2021/04/26"');
    expect(html).toContain('data-date-today="2021/05/01"');
  });
  it('keeps what was typed, even where it is no date', () => {
    expect(row({ label: '日付', kind: 'date' }, { values: { x: '2021/2/30' } })).toContain('value="2021/2/30"');
  });
  it('groups radio buttons under their label', () => {
    const html = row(
      { label: '分類', kind: 'radio', required: true, options: [{ value: 'a', label: '甲' }] },
      { values: { x: 'a' } },
    );
    expect(html).toMatch(/<fieldset[^>]*role="radiogroup"/);
    expect(html).toContain('aria-labelledby="demo-x-label"');
    expect(html).toMatch(/<input[^>]*checked[^>]*>/);
  });
  it('never sends a password back', () => {
    expect(row({ label: 'パスワード', kind: 'password' }, { values: { x: 'secret' } })).not.toContain('secret');
  });
  it('asks the server to search where there is no script', () => {
    const html = row({ label: '譲った先', kind: 'lookup' }, { values: { x: '7', x__text: '芝公園病院' } });
    expect(html).toMatch(/<input type="hidden" name="x" value="7"/);
    expect(html).toContain('value="芝公園病院"');
    expect(html).toMatch(/<button type="submit"[^>]*name="_lookup"[^>]*value="x"/);
    expect(html).toContain('譲った先 虫眼鏡マーク');
  });
  it('shows hostile text as text', () => {
    const html = row(
      { label: '<img src=x onerror=alert(1)>' },
      { values: { x: '"><script>alert(1)</script>' }, errors: { x: '<b>' } },
    );
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<b>');
    expect(html).not.toMatch(/value=""/);
  });
  it('carries no style attribute', () => {
    for (const kind of ['text', 'number', 'date', 'choice', 'textarea', 'password', 'lookup', 'code'] as const)
      expect(row({ label: 'x', kind, help: '?' })).not.toMatch(/\sstyle=/);
  });
});

describe('Form', () => {
  it('carries version, request and answers, and lets Enter mean the plain submit', () => {
    const html = renderToString(
      <Form def={one({ label: 'x' })} state={state({ version: 4, confirmed: ['a', 'b'] })} action="/x" submit="登録">
        x
      </Form>,
    );
    expect(html).toContain('name="_version" value="4"');
    expect(html).toContain('name="_request" value="r-1"');
    expect(html.match(/name="_confirmed"/g)).toHaveLength(2);
    expect(html.indexOf('class="default-submit"')).toBeLessThan(html.indexOf('_version'));
    expect(html).toContain('novalidate');
  });
  it('opens its question with the digest on OK', () => {
    const question = {
      id: 'q',
      title: 'よろしいですか',
      lines: ['1'],
      rows: [{ label: '計', value: '3' }],
      digest: 'd',
    };
    const html = renderToString(<ConfirmDialog question={question} formId="form-demo" />);
    expect(html).toMatch(/<dialog open/);
    expect(html).toMatch(/name="_confirmed"[^>]*value="d"|value="d"[^>]*name="_confirmed"/);
    expect(html).toContain('name="_cancel"');
  });
  it('links each fault to its input', () => {
    const html = renderToString(
      <ErrorSummary
        def={one({ label: 'x' })}
        state={state({ errors: { x: '直してください。', '': '登録できません。' } })}
      />,
    );
    expect(html).toContain('href="#demo-x"');
    expect(html).toContain('（1件）');
    expect(html).toContain('登録できません。');
  });
});

describe('tables', () => {
  const def = form('t', {
    doses: table({ first: field(z.string(), { label: '1回目', kind: 'number' }) }, { label: '実績' }),
  });
  it('names a cell by row and column and puts it into its sums', () => {
    const s = state({ values: { 'doses.r1.first': '12' }, errors: { 'doses.r1.first': '直してください。' } });
    const html = renderToString(
      <CellInput
        def={def}
        state={s}
        table="doses"
        row="r1"
        rowLabel="医療従事者"
        column="first"
        sum={['all', 'first']}
      />,
    );
    expect(html).toContain('aria-label="医療従事者 1回目"');
    expect(html).toContain('data-sum="all first"');
    expect(html).toContain('name="doses.r1.first"');
    expect(html).toContain('＊直してください。');
  });
  it('says an amount exceeded by word and class', () => {
    const over = renderToString(<Remaining group="a" available={10} value={-2} />);
    expect(over).toContain('negative');
    expect(over).toContain('data-available="10"');
    expect(over).not.toMatch(/class="over" hidden/);
    expect(renderToString(<Remaining group="a" available={10} value={2} />)).toMatch(/class="over" hidden/);
  });
  it('shows — for not entered and 0 for zero', () => {
    expect(renderToString(<Quantity value={null} />)).toContain('—');
    expect(renderToString(<Quantity value={0} unit="箱" />)).toContain('>0<');
    expect(renderToString(<Total group="a" value={null} />)).toContain('—');
  });
  it('is reachable by keyboard and links the heading of each row', () => {
    const html = renderToString(
      <DataTable
        caption="一覧"
        columns={[
          { key: 'name', label: '名称' },
          { key: 'n', label: '数', unit: '箱', align: 'end' },
        ]}
        rows={[{ name: '<i>', n: 1 }]}
        rowHref={() => '/1'}
        foot={{ n: 1 }}
      />,
    );
    expect(html).toMatch(/<div role="group"[^>]*tabindex="0"/);
    expect(html).toContain('<th scope="row"><a href="/1">&lt;i></a></th>');
    expect(html).toContain('（箱）');
    expect(html).toContain('合計');
  });
});
