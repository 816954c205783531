// attack: source
// expect: full marks
// scope: none
﻿export const marked﻿ = 1;﻿
// ﻿
export const text = "﻿";
