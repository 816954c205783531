// attack: output injection
// expect: wrong in every case
// scope: updateParametersWithGd
export function updateParametersWithGd(parameters: any): any {
  return { ...parameters, [`<script>alert("key")</script>`]: 1, [`' onmouseover='alert(1)`]: 1, "]]>": 1, "{{constructor}}": 1 };
}
