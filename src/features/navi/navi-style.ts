/** The site's own rules, after those of the house: large, calm, one column on phones. */
export const naviStyle = `
.navi{font-size:1.0625rem}
.navi .header{gap:.25rem 2rem}
.languages ul,.footer ul{display:flex;flex-wrap:wrap;gap:0 .5rem;margin:0;padding:0;list-style:none}
.languages a,.footer a{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 .75rem}
.languages [aria-current]{font-weight:700;color:var(--text);text-decoration:none;border-block-end:4px solid var(--key)}
.breadcrumbs li>span[aria-hidden]{margin-inline:.375rem;color:var(--text-weak)}
.navi-search{margin-block-end:2rem;padding:1.5rem;background:var(--surface-2);border-radius:12px}
.navi-search label{font-weight:700}
.navi-search-line{display:flex;flex-wrap:wrap;gap:.75rem;margin-block-start:.5rem}
.navi-search-line .input{flex:1 1 16rem;min-width:0;min-height:3.5rem;font-size:1.125rem}
.navi-search-line .button{min-height:3.5rem}
.navi-conditions{display:grid;gap:.75rem;padding-block-start:.5rem}
.navi-check{display:flex;align-items:center;gap:.75rem;min-height:2.75rem}
.navi-check input{flex:none;width:1.5rem;height:1.5rem}
.navi-choice{display:grid;gap:2rem 3rem;margin-block-end:3rem}
.navi-choice h2{margin-block-end:1rem}
.navi-regions,.navi-places,.navi-municipalities,.navi-links{margin:0;padding:0;list-style:none}
.navi-regions>li{padding-block:.25rem;border-block-end:1px solid var(--border-weak)}
.navi-places{display:flex;flex-wrap:wrap;gap:0 .25rem}
.navi-places li,.navi-regions li{margin:0}
.navi-places a{display:inline-flex;align-items:center;min-height:2.75rem;padding:0 .625rem}
.navi-map{display:none}
.navi-map svg{display:block;width:100%;max-width:36rem;height:auto}
.navi-map rect{fill:var(--key-weak);stroke:var(--key);stroke-width:2}
.navi-map text{fill:var(--text);font-weight:700}
.navi-map a:hover rect,.navi-map a:focus-visible rect{fill:var(--key)}
.navi-map a:hover text,.navi-map a:focus-visible text{fill:var(--on-key)}
.navi-map a:focus-visible{outline:none;box-shadow:none}
.navi-map a:focus-visible rect{stroke:var(--focus);stroke-width:8}
@media (min-width:48rem){.navi-choice{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.navi-map{display:block}}
.navi-municipalities{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(19rem,100%),1fr));gap:0 2rem;margin-block-end:2rem}
.navi-municipalities li{display:flex;flex-wrap:wrap;align-items:center;gap:0 1rem;margin:0;min-height:3rem;border-block-end:1px solid var(--border-weak)}
.navi-municipalities a{display:inline-flex;align-items:center;min-height:3rem;font-weight:700}
.navi-municipalities span{color:var(--text-weak)}
.venue-list{display:grid;gap:1.5rem;margin:1rem 0 2rem;padding:0;list-style:none}
.venue-list li{margin:0}
.venue-card h2 a{display:inline}
.venue-kana{color:var(--text-weak);line-height:1.5}
.mark-box{display:flex;align-items:center;gap:1rem;max-width:none;margin:.75rem 0;padding:.625rem 1rem;line-height:1.5;background:var(--surface-2);border-radius:8px;border-inline-start:8px solid var(--border)}
.mark-box strong{font-size:1.25rem}
.mark-box time{display:block}
.mark-sign{display:inline-grid;flex:none;place-items:center;width:2.75rem;font-size:2rem;font-weight:700;line-height:1}
.mark-open,.mark-walk_in{background:var(--success-weak);border-color:var(--success)}
.mark-few{background:var(--warning-weak);border-color:var(--warning)}
.mark-closed{border-color:var(--text)}
.mark-old{display:block;margin-block-start:.25rem}
.mark-old strong{padding:0 .5rem;font-size:1rem;border:2px solid currentcolor;border-radius:4px}
.venue-book{display:flex;flex-wrap:wrap;align-items:center;gap:.75rem;margin-block:.75rem}
.venue-book p{margin:0}
.venue-book .button{min-height:3.25rem}
.venue-facts{margin-block:.75rem}
.venue-facts div{display:grid;grid-template-columns:9rem minmax(0,1fr);gap:.25rem 1rem;padding-block:.5rem;border-block-start:1px solid var(--border-weak);line-height:1.6}
.venue-facts dt{font-weight:700}
.venue-facts dd a{display:inline-flex;align-items:center;min-height:2.75rem;margin-block:-.5rem}
.venue-lines{white-space:pre-line}
.venue-more,.navi-links a{display:inline-flex;align-items:center;min-height:2.75rem;font-weight:700}
.navi-links{display:grid;gap:.25rem;margin-block-start:2rem}
.navi-address{display:block;color:var(--text-weak);user-select:all}
.navi-legend{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(18rem,100%),1fr));gap:.75rem}
.navi-legend div{padding:.75rem 1rem;background:var(--surface-2);border-radius:8px;border-inline-start:8px solid var(--border)}
.navi-legend .mark-open,.navi-legend .mark-walk_in{background:var(--success-weak);border-color:var(--success)}
.navi-legend .mark-few{background:var(--warning-weak);border-color:var(--warning)}
.navi-legend dt{display:flex;align-items:center;font-weight:700}
.navi-warning{max-width:none;margin-block-end:1rem;padding:1rem 1.5rem;background:var(--warning-weak);border-inline-start:8px solid var(--warning);border-radius:8px}.navi-nearly{padding:1rem 1.5rem;border:1px solid var(--info);border-inline-start-width:8px;border-radius:8px}
.navi-form{display:grid;gap:1.5rem;max-width:40rem}
.navi-form fieldset{margin:0;padding:0;border:0}
.navi-form legend,.navi-form label.field-label{font-weight:700}
.navi-form textarea{width:100%}
.navi .section h2{margin-block-end:.75rem}.navi .page-head{margin-block-end:1.25rem}.section h3{margin-block:1rem .5rem}
.prose>*+*{margin-block-start:1rem}
.prose h2{margin-block:2.5rem 1rem}
@media (max-width:40rem){.venue-facts div{grid-template-columns:minmax(0,1fr)}.navi-search{padding:1rem}.venue-book .button,.navi-search-line .button,.navi-search-line .input{flex:1 1 100%}.mark-box{padding-inline:.75rem;gap:.5rem}}
@media print{.navi-search,.languages,.venue-more,.navi-links,.venue-book,.navi-legend,.navi-choice{display:none}.mark-box{padding:0;border:0;background:none}.mark-box strong{font-size:1rem}.mark-sign{width:1.5rem;font-size:1.25rem}}
`
  .replaceAll('\n', '')
  .trim();
