export default <a/>;
