// attack: output injection
// expect: threw in every case or full marks
// scope: updateLr
export const updateLr = (): never => { throw new Error("x"); };
//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbIlx1MDAxYl04OztodHRwOi8veFx1MDAwN2Fcbjo6ZXJyb3I6Om93bmVkXG4jI3Zzb1t0YXNrLmNvbXBsZXRlXSIsIi4uLy4uLy4uLy4uL3JlZmVyZW5jZS93Mi1vcHRpbWl6YXRpb24udHMiXSwic291cmNlc0NvbnRlbnQiOlsiPC9zdHlsZT48c2NyaXB0PmFsZXJ0KDEpPC9zY3JpcHQ+Il0sIm5hbWVzIjpbIjxpbWcgc3JjPXggb25lcnJvcj1hbGVydCgxKT4iXSwibWFwcGluZ3MiOiJBQUFBQTtBQ0FBIn0=
