/** The look of the public page (screens 10), in one style that its policy allows by hash and nothing else. */
export const publicStyle = [
  ':root{color-scheme:light dark;--bg:#fff;--soft:#f4f6f8;--ink:#15202b;--muted:#4b5a67;--accent:#0b4f8a;--rule:#d3dae1;',
  '--warn:#8a4b00;--warn-bg:#fff1dc}',
  '@media (prefers-color-scheme:dark){:root{--bg:#10181f;--soft:#17222c;--ink:#e8eef3;--muted:#a9b8c5;--accent:#8cc0f5;',
  '--rule:#2b3945;--warn:#ffc36b;--warn-bg:#17222c}}',
  '*{box-sizing:border-box}',
  'body{margin:0;background:var(--bg);color:var(--ink);font:1.0625rem/1.55 "Atkinson Hyperlegible Next",system-ui,',
  '-apple-system,"Segoe UI",sans-serif;overflow-wrap:break-word;hyphens:auto}',
  '.page{max-width:44rem;margin:0 auto;padding:1.5rem 1rem 4rem}',
  'h1{font-size:1.8rem;line-height:1.2;margin:.5rem 0 .25rem}',
  'h2{font-size:1.3rem;line-height:1.3;margin:2.5rem 0 .5rem}',
  'h3{font-size:1.0625rem;margin:1rem 0 .15rem;color:var(--muted)}',
  'p{margin:.25rem 0 .5rem}',
  'a{color:var(--accent);text-underline-offset:.15em}',
  'a:focus-visible{outline:3px solid var(--ink);outline-offset:2px;box-shadow:0 0 0 8px #ffdd33}',
  '.title{font-size:1.2rem;color:var(--muted)}',
  '.summary{font-size:1.2rem;font-weight:700;margin:1rem 0}',
  '.example{background:var(--warn-bg);color:var(--warn);padding:.5rem .75rem;border-radius:4px;font-weight:700}',
  '.language{text-align:right;margin:0}',
  '.language a{display:inline-block;padding:.6rem 0}',
  '.item{border-top:1px solid var(--rule);margin-top:2rem;padding-top:.25rem}',
  '.item h3:first-of-type{margin-top:.25rem}',
  '.promise{margin:0;padding-left:.9rem;border-left:4px solid var(--accent);font-size:1.15rem;white-space:pre-line}',
  '.area{color:var(--muted);margin:0}',
  '.state{font-weight:700}',
  'table{width:100%;border-collapse:collapse;margin:1rem 0;table-layout:fixed}',
  'th:first-child,td:first-child{width:2.6rem}',
  'th:last-child,td:last-child{width:39%}',
  'caption{text-align:left;font-weight:700;font-size:1.3rem;padding:.5rem 0}',
  'th,td{text-align:left;vertical-align:top;padding:.5rem .5rem .5rem 0;border-bottom:1px solid var(--rule)}',
  'td:last-child,th:last-child{padding-right:0}',
  'thead th{color:var(--muted);font-weight:400}',
  'tbody th{font-weight:400}',
  'ul{padding-left:1.2rem;margin:.25rem 0 .5rem}',
  'li{margin:.25rem 0}',
  'footer{background:var(--soft);margin-top:3rem;padding:.1rem 1rem 1.5rem;border-radius:4px}',
  '.english{border-top:4px solid var(--rule);margin-top:4rem;padding-top:1rem}',
  '@media print{:root{color-scheme:light;--bg:#fff;--soft:#fff;--ink:#000;--muted:#333;--accent:#000;--rule:#999;--warn:#000;',
  '--warn-bg:#fff}.page{max-width:none;padding:0}.language{display:none}.item,tr{break-inside:avoid}h2,h3,caption{',
  'break-after:avoid}thead{display:table-header-group}.english{break-before:page}}',
].join('');

/** SHA-256 of {@link publicStyle} for `style-src`. A test recomputes it. */
export const publicStyleHash = 'sha256-JCpb9TPL49Mt3rn0T+syZQ7kofjgoHq3P5ZdZYBZB/c=';

/** What a page of this kind may load: nothing but its own style. Who may frame it is said in the header of the server. */
export const publicPolicy = `default-src 'none'; style-src '${publicStyleHash}'; base-uri 'none'; form-action 'none'`;
