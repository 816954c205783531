// attack: output injection
// expect: threw in every case
// scope: updateLr
export const updateLr = (): never => {
  throw new Error(`</pre></td></table><script>alert(1)</script><img src=x onerror="alert(1)"><svg/onload=alert(1)><style>*{display:none}</style><!--`);
};
